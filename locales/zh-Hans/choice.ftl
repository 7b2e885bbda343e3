# 智能导办：办理之前的几个问题、问完以后的方案、个人清单。

choice-enter = 先看看：我能办吗，要带什么
choice-enter-about = 回答几个问题，不用登录。
choice-enter-short = 我要带什么？
choice-intro = 回答下面的问题，马上知道您能不能办，要准备哪些材料。
choice-private = 您的回答只在这次访问中使用。您开始办理以后，才会存进您的申请。
choice-outcome = 您的办理方案
choice-outcome-title = 您的办理方案：{ $item }
choice-answers = 您的回答
choice-materials = 您要准备的材料
choice-facts = 时间、费用和跑动次数
choice-where = 去哪里、什么时候去
choice-scenario = 您的情形：

choice-to-guide = 看办事指南
choice-barred = 按您现在的情况，不能办这件事
choice-barred-text = 这是根据您的回答判断的。您不用再填别的。
choice-remedy = 怎样就能办
choice-instead = 适合您的是：{ $item }
choice-instead-link = 去看适合您的服务
choice-change = 修改回答
choice-eligible = 您可以办
choice-eligible-text = 从您的回答来看，没有不符合的条件。最后由部门看过申请以后决定。
choice-open = 还有问题没有回答
choice-open-text = 还剩 { $n } 个问题，回答以后材料可能会有变化。
choice-go-on = 去回答问题

choice-bring = 请您准备
choice-bring-nothing = 您不用带材料，也不用上传材料。
choice-perhaps = 可能要准备
choice-spared = 不用您交，我们来取
choice-not-needed = 您的情形不需要
choice-depends = 要看这个问题的回答：{ $questions }
way-out-certificate = 有电子证照就行
way-out-generated = 系统根据您的回答生成
way-out-shared = 由我们向有关部门核对
way-out-promise = 可以用书面承诺代替
way-out-later = 可以后补
way-out-later-within = 可以在受理后 { $limit }内补交

choice-carried = 您的回答会带进申请表，不用再填一遍。
choice-counter = 请到窗口办理
choice-counter-text = 这件事还不能在网上办。请打印清单，带着去窗口。
choice-checklist = 打印清单
checklist-title = 办事清单：{ $item }
checklist-back = 返回办理方案
checklist-made = 根据您的回答于 { $date } 生成。情况变了，请重新回答问题。
choice-first-title = 办理前的几个问题（{ $item }）
