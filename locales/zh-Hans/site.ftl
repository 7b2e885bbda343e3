# 网站自身的页面：隐私政策、无障碍声明、使用条款、联系我们、网站地图，以及找错和举报。

## 各页共用
about-label = 关于本网站
about-source = 来源：
about-updated = 更新时间：
about-more = 相关页面
about-report-accessibility = 反映无障碍方面的问题
item-published = 发布时间：
items-description = 按主题、部门和服务对象查找政务服务事项，查看办事指南，在网上申请。
column-home = 首页
column-services = 办事服务
column-interaction = 互动交流

## 隐私政策
about-privacy-title = 隐私政策
about-privacy-lead = 我们收集您的哪些信息，为什么收集，保存多久，您有哪些权利。
about-privacy-who = 谁处理您的信息
about-privacy-who-text =
    本网站是一座虚构城市——通和市——的演示网站，不办理真实业务。请不要填写真实的个人信息。

    假如它是一个真实的政务服务网站，页面底部列出的主办单位和承办单位就是《中华人民共和国个人信息保护法》所说的个人信息处理者，下面各条就是第十七条要求向您告知的内容。联系方式见“联系我们”。
about-privacy-kept = 收集哪些信息
about-privacy-kept-text =
    只收集办事必需的信息：

    - 注册时：姓名、身份证号码、手机号码、邮箱和密码。密码只保存无法还原的摘要。
    - 办事时：您在表单里填写的内容和上传的材料。
    - 办理过程：提交、补正、受理、决定的时间和结果，以及您的评价。
    - 使用网站时：访问时间、访问的页面和系统编号，用来查找故障。日志里不写您填写的内容、姓名和证件号码。
    - 找错或者举报时：您写的内容，以及您自愿留下的联系方式。

    身份证号码、医疗和社会保险信息属于敏感个人信息，只在办理相应事项时使用，加密保存。
about-privacy-basis = 为什么收集，依据是什么
about-privacy-basis-text =
    处理您的信息，依据《个人信息保护法》第十三条：

    - 办理您申请的事项，是为履行法定职责所必需（第十三条第一款第三项），不需要另外取得您的同意。每个事项的法律依据写在它的办事指南里。
    - 开设和使用账户，基于您的同意（第十三条第一款第一项）。
    - 法律、行政法规规定的其他情形（第十三条第一款第七项），例如依法保存办理记录。

    我们不把您的信息用于商业推销，不做与办事无关的用户画像，也不只靠自动化程序作出对您不利的决定。
about-privacy-registers = 从部门登记中读取的信息
about-privacy-registers-text =
    为了让您少填、少交材料，办理事项时会从人口、社会保险等登记中读取您本人的信息，并在表单里标明每一项来自哪里。

    每读取一次都留下记录。谁在什么时候因为哪个办件读取了什么，您登录后可以在“谁查过我的信息”里查看。
about-privacy-shared = 会提供给谁
about-privacy-shared-text =
    您的申请只提供给办理这个事项的部门。其他部门和企业不能通过本网站查到您的办件。

    别人凭证照编号核验您出示的电子证照时，只能看到证照是否有效和隐去部分内容的持证人姓名。

    我们不向境外提供您的个人信息。
about-privacy-long = 保存多久
about-privacy-long-text =
    - 没有提交的草稿：您可以随时撤回。
    - 办件、材料和证照：按照档案管理的规定保存。
    - 网络日志：按照《中华人民共和国网络安全法》的规定，保存不少于六个月。
    - 登录状态：退出登录时立即删除；不退出的，一段时间不用会自动失效。
    - 账户信息：保存到您要求注销账户为止，法律另有规定的除外。

    保存期限届满后，删除信息或者使它无法再识别到您。
about-privacy-rights = 您的权利
about-privacy-rights-text =
    依照《个人信息保护法》第四十四条至第五十条，您有权：

    - 知道并决定您的信息怎样被处理，限制或者拒绝他人处理（第四十四条）；
    - 查阅、复制您的信息，请求转移到您指定的处理者（第四十五条）；
    - 更正、补充不准确或者不完整的信息（第四十六条）；
    - 在法定情形下请求删除（第四十七条）；
    - 要求我们解释处理规则（第四十八条）；
    - 近亲属依法对逝者的信息行使查阅、复制、更正、删除等权利（第四十九条）。

    依照第五十条，我们提供便捷的受理方式：登录后自己查看，拨打 12345，或者到办公地址书面提出。我们在十五个工作日内答复；不能满足请求的，说明理由。您可以就拒绝依法向人民法院起诉。
about-privacy-consent = 撤回同意
about-privacy-consent-text =
    凡是基于您的同意处理的信息，您可以随时撤回同意（第十五条）。撤回不影响撤回之前已经进行的处理。撤回后我们不会因此拒绝为您办事，但没有账户就不能在网上申请，您仍然可以到窗口办理。
about-privacy-safety = 怎样保护
about-privacy-safety-text =
    按照《网络安全法》和网络安全等级保护制度的要求：

    - 传输使用加密连接；姓名、证件号码、联系方式和填写的内容在数据库里也是加密的。
    - 工作人员只能看到本部门的办件，每次操作都有记录。
    - 链接和日志里不出现您的姓名、证件号码和填写的内容。

    万一发生信息泄露，我们会立即采取补救措施，并依法通知您和主管部门。
about-privacy-cookies = 浏览器里保存什么
about-privacy-cookies-text =
    本网站只使用自己的、必需的 Cookie：一个记住您已经登录，一个记住您选择的语言，一个记住您选择的显示方式。没有广告，没有第三方统计，也不跟踪您访问别的网站。
about-privacy-complaints = 投诉与更新
about-privacy-complaints-text =
    对个人信息的处理有意见，请先联系我们，也可以依法向履行个人信息保护职责的部门投诉、举报（第六十五条）。

    本政策有变化时，会在本页公布并改写更新时间；有重大变化的，在您下次登录时再次告知。

## 无障碍声明
about-accessibility-title = 无障碍声明
about-accessibility-lead = 这个网站应当人人都能用。这里说明我们做到了什么，还有什么没有做到，遇到困难怎么办。
about-accessibility-standard = 依据什么标准
about-accessibility-standard-text =
    《中华人民共和国无障碍环境建设法》第三十二条要求，利用财政资金建立的互联网网站和应用程序，应当逐步符合无障碍网站设计标准和国家信息无障碍标准。

    本网站按照《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668-2019）和《网页内容无障碍指南》（WCAG）2.2 版 AA 级建设。每次修改都用程序检查，但还没有经过第三方评测。
about-accessibility-works = 已经做到的
about-accessibility-works-text =
    - 只用键盘就能完成全部操作，当前位置始终看得见。
    - 读屏软件能读出每个栏目、每个输入框和每条出错提示。
    - 放大到百分之四百、改变文字间距，内容不丢失，也不用左右滚动。
    - 文字和背景的对比度不低于 4.5:1，任何意思都不只靠颜色表达。
    - 关闭脚本也能办事。填写的内容随时保存，不因超时丢失。
    - 没有广告，没有弹窗，没有自动播放的声音和画面，没有图形验证码。
about-accessibility-modes = 关怀版、高对比度和朗读
about-accessibility-modes-text =
    每一页的页头都可以打开：

    - 关怀版：字更大，按钮更大，一页只做一件事，始终显示求助电话；
    - 高对比度和深色显示；
    - 减少动画；
    - 朗读：由浏览器读出正文，正在读的句子会标出来。

    选择一次，以后一直有效。
about-accessibility-limits = 还没有做到的
about-accessibility-limits-text =
    - 没有手语视频和盲文版本。
    - 各部门上传的附件可能没有文字层，读屏软件读不出来。您可以要求部门提供能读的版本。
    - 朗读用的是浏览器自带的语音，有的浏览器没有中文语音。
    - 从国家事项目录导入的事项只有中文名称。
    - 少数民族文字的版本还没有提供。
about-accessibility-phone = 用电话或者到现场办理
about-accessibility-phone-text =
    不会上网或者不方便上网，可以拨打 12345。《无障碍环境建设法》第三十五条要求政务服务便民热线逐步具备语音、大字信息传送、一键呼叫等功能。

    政务服务大厅的人工窗口一直保留，凡是网上能办的事在那里都能办。
about-accessibility-complain = 反映问题
about-accessibility-complain-text =
    哪一页不好用，请告诉我们，不需要说明您是谁，也不需要说明您有什么障碍。我们在五个工作日内处理；留下邮箱的，会收到结果。

    对处理结果不满意，可以向主办单位或者残疾人联合会反映；依照《无障碍环境建设法》，也可以向有关部门投诉、举报。

## 使用条款
about-terms-title = 使用条款
about-terms-lead = 使用本网站时，您可以期待什么，需要注意什么。
about-terms-scope = 这是什么网站
about-terms-scope-text =
    这是通和市政务服务网的演示。通和市是一座虚构的城市，网站上的机构、人员、电话、证照和办理结果都不是真的，没有法律效力。

    下面各条说明一个真实的政务服务网站会怎样约定。
about-terms-account = 您的账户
about-terms-account-text =
    请用真实身份注册，一人一个账户，不要把密码告诉别人。用您的账户登录后进行的操作，视为您本人的操作。发现账户被他人使用，请马上修改密码并拨打 12345。

    查看办事指南、核验证照、找错和举报都不需要登录。
about-terms-truth = 您提交的内容
about-terms-truth-text =
    申请人对所提交材料的真实性负责（《中华人民共和国行政许可法》第三十一条）。提供虚假材料的，要承担法律责任。

    提交以后会得到办件编号和办结期限。期限从受理时起算，按照办事指南的承诺执行。
about-terms-content = 网站上的内容
about-terms-content-text =
    办事指南由办理部门提供，每一页都写明发布时间。网页内容与法律、法规、规章不一致的，以法律、法规、规章为准。繁体中文版本由程序从简体中文转换，英文版本仅供参考，都以简体中文为准。

    发现内容有错，请用“我为政府网站找错”告诉我们。
about-terms-limits = 请不要这样做
about-terms-limits-text =
    - 冒用他人身份，或者替他人申请而没有得到委托。
    - 干扰网站运行，绕过安全措施，用程序大量读取个人信息。
    - 发布违法和不良信息。

    发现安全漏洞，请按照 /.well-known/security.txt 里的方式告诉我们，不要公开。
about-terms-reuse = 转载和使用
about-terms-reuse-text =
    公开的办事指南可以免费转载，请注明来源和发布时间，不要改变原意。程序可以使用公开的接口读取。
about-terms-law = 争议
about-terms-law-text =
    对行政决定不服的，可以依法申请行政复议或者提起行政诉讼，办法写在每个事项的办事指南里。使用本网站适用中华人民共和国法律。

## 联系我们
about-contact-title = 联系我们
about-contact-lead = 电话、地址、时间，以及什么事找谁最快。
contact-hotline = 政务服务便民热线
contact-hotline-about = 12345 每天 24 小时有人接听，可以咨询、求助、投诉、举报和提建议。
contact-operator = 承办单位
contact-address = 办公地址
contact-hours = 办公时间
contact-mail = 电子邮箱
contact-emergency = 遇到危险请直接拨打：报警 110，火警 119，急救 120，交通事故 122。
contact-ways = 什么事找谁
contact-way-report = 网页打不开、有错字、内容不对，或者发现违法和不良信息：填写找错表单
contact-way-department = 某个事项怎么办：查看办事指南，上面有办理部门的电话
contact-way-case = 我的申请办到哪一步：查看我的办件

## 网站地图
about-sitemap-title = 网站地图
about-sitemap-lead = 本网站的全部栏目。
sitemap-services = 办事服务
sitemap-mine = 我的
sitemap-about = 关于本网站

## 找错和举报
report-title = 我为政府网站找错
report-error-title = 我为政府网站找错
report-illegal-title = 违法和不良信息举报
report-lead = 网页有错、内容过时、打不开、不好用，或者发现违法和不良信息，请在这里告诉我们。不需要登录。
report-kind = 您要反映哪一类问题？
report-kind-unreachable = 内容打不开
report-kind-outdated = 信息没有更新
report-kind-inaccurate = 内容不准确
report-kind-unanswered = 咨询留言没有答复
report-kind-wording = 有错别字
report-kind-accessibility = 不好用、用不了
report-accessibility-hint = 例如读屏软件读不出、键盘操作不了、字太小。
report-kind-illegal = 违法和不良信息
report-illegal-hint = 例如诈骗、谣言、淫秽、侵害他人权益的内容。
report-kind-other = 其他
report-page = 网页地址
report-page-hint = 从浏览器的地址栏复制。
report-what = 哪里不对？
report-what-hint = 最多 { $n } 个字。请不要写证件号码等个人信息。
report-contact = 联系方式
report-contact-hint = 邮箱或者电话。留下邮箱，处理结果会发给您。
report-privacy = 您写的内容只用来处理这个问题，联系方式加密保存，只有管理本网站的工作人员能看到。
report-button = 提交
report-not-here = 这里不受理办件投诉。对办理部门的服务有意见，请拨打 12345。
report-received = 已经收到，谢谢您
report-number = 编号：
report-received-text = 我们在五个工作日内处理。查询处理情况，请拨打 12345 并报上编号；留下邮箱的，会收到结果。
report-problem-kind-missing = 请选择问题的类别
report-problem-page-too-long = 网页地址太长，最多 500 个字符
report-problem-what-missing = 请写明哪里不对
report-problem-what-too-long = 内容太长，最多 1000 个字
report-problem-contact-too-long = 联系方式太长，最多 100 个字
report-problem-answer-missing = 请写明处理结果
report-problem-answer-too-long = 处理结果太长，最多 1000 个字

## 工作台
nav-site-reports = 网站找错
site-reports-title = 网站找错和举报
site-reports-lead = 读者对本网站的反映，请在五个工作日内处理。
site-reports-open = 待处理
site-reports-answered = 已处理
site-reports-stale = 这条反映刚刚已经有人答复了，您写的内容没有发出：
site-reports-none = 这里没有要看的内容。
site-reports-came = 收到时间
site-reports-answer = 处理结果
site-reports-answer-hint = 最多 { $n } 个字。读者留下邮箱的，这段话会原样发给他。
site-reports-answered-at = 处理时间
site-reports-done = 处理完毕

## 邮件
report-mail-operator-subject = 网站收到一条反映（{ $number }）
report-mail-operator-body =
    您好：

    网站收到一条反映，请在五个工作日内处理。

    编号：{ $number }
    类别：{ $kind }

    登录工作台查看：{ $link }
report-mail-reader-subject = 您反映的网站问题已经处理（{ $number }）
report-mail-reader-body =
    您好：

    您反映的问题已经处理。

    编号：{ $number }

    { $answer }

    谢谢您帮助我们改进网站。
