# 邮件。邮件以明文传送，因此不含姓名、证件号码等个人信息；主题会显示在锁屏上，因此也不写事项名称。
# 通知（domain 的 NoticeKind）每种一段；开通账户的邮件和发给工作人员的邮件不是通知。
# 参数：$number 办件编号，$item 事项名称，$due 日期，$link 网址。

mail-greeting = 您好：
mail-link = 查看详情：{ $link }
mail-footer = 本邮件由系统自动发送，请勿回复。工作人员不会通过邮件索要您的密码、验证码或银行卡信息。

# 日期的长格式
mail-date = { $year }年{ $month }月{ $day }日

## 开通账户

mail-welcome-subject = 您的政务服务账户已开通
mail-welcome-body =
    您的账户已经开通，现在可以在网上查找事项、办理业务、查询进度。

    如果这不是您本人的操作，请与我们联系。

## 收件

mail-submitted-subject = 已收到您的申请（{ $number }）
mail-submitted-body =
    我们已收到您的申请。

    事项：{ $item }
    办件编号：{ $number }

    请保存好办件编号，查询进度时会用到。
mail-submitted-due = 我们最迟于{ $due }告知您是否受理。

## 预审通过

mail-precheck-passed-subject = 您的申请已通过预审（{ $number }）
mail-precheck-passed-body =
    您的申请已通过预审，接下来由受理部门决定是否受理。

    事项：{ $item }
    办件编号：{ $number }
mail-precheck-passed-due = 我们最迟于{ $due }告知您是否受理。

## 预审退回

mail-precheck-returned-subject = 您的申请需要修改（{ $number }）
mail-precheck-returned-body =
    您的申请没有通过预审，还需要修改。

    事项：{ $item }
    办件编号：{ $number }

    需要修改的内容请登录后查看。您填写过的内容都已保留，改好后重新提交即可。
mail-precheck-returned-due = 请最迟于{ $due }重新提交。

## 补正告知

mail-correction-requested-subject = 您的申请需要补正（{ $number }）
mail-correction-requested-body =
    您的申请还需要补充或修改。

    事项：{ $item }
    办件编号：{ $number }

    需要补正的全部内容已一次性写明，请登录后查看。您填写过的内容都已保留，改好后重新提交即可。
mail-correction-requested-due = 请最迟于{ $due }提交补正。

## 补正即将到期

mail-correction-due-subject = 补正期限快到了（{ $number }）
mail-correction-due-body =
    您的申请还没有补正或者修改，期限快到了。

    事项：{ $item }
    办件编号：{ $number }

    登录后可以看到需要补正的全部内容。逾期没有提交的，视为撤回申请；撤回后可以重新申请。
mail-correction-due-due = 请最迟于{ $due }提交。

## 收到补正

mail-resubmitted-subject = 已收到您的补正（{ $number }）
mail-resubmitted-body =
    我们已收到您补正的申请。

    事项：{ $item }
    办件编号：{ $number }
mail-resubmitted-due = 我们最迟于{ $due }告知您是否受理。

## 受理

mail-accepted-subject = 您的申请已受理（{ $number }）
mail-accepted-body =
    您的申请已经受理，正在办理。

    事项：{ $item }
    办件编号：{ $number }
mail-accepted-due = 我们承诺最迟于{ $due }办结。

## 视为受理

mail-deemed-accepted-subject = 您的申请视为已受理（{ $number }）
mail-deemed-accepted-body =
    我们没有按时答复是否受理，依照法律规定，您的申请自收到之日起即为受理，正在办理。

    事项：{ $item }
    办件编号：{ $number }
mail-deemed-accepted-due = 我们承诺最迟于{ $due }办结。

## 不予受理

mail-not-accepted-subject = 您的申请未予受理（{ $number }）
mail-not-accepted-body =
    您的申请未予受理。

    事项：{ $item }
    办件编号：{ $number }

    理由请登录后查看。如有不同意见，可以依法申请行政复议或者提起行政诉讼。

## 特别程序开始

mail-suspended-subject = 您的申请进入特别程序（{ $number }）
mail-suspended-body =
    您的申请需要进行依法不计入办理期限的程序（例如听证、检验、检测、专家评审），办理期限从现在起暂停计算。

    事项：{ $item }
    办件编号：{ $number }

    原因和所需时间请登录后查看。
mail-suspended-due = 预计{ $due }前结束。

## 特别程序结束

mail-resumed-subject = 您的申请继续办理（{ $number }）
mail-resumed-body =
    特别程序已经结束，您的申请继续办理，办理期限继续计算。

    事项：{ $item }
    办件编号：{ $number }
mail-resumed-due = 我们承诺最迟于{ $due }办结。

## 延长期限

mail-extended-subject = 您的申请延长了办理期限（{ $number }）
mail-extended-body =
    经本机关负责人批准，您的申请延长了办理期限。

    事项：{ $item }
    办件编号：{ $number }

    延长的理由请登录后查看。
mail-extended-due = 我们最迟于{ $due }办结。

## 准予

mail-approved-subject = 您的申请已通过（{ $number }）
mail-approved-body =
    您的申请已经通过。

    事项：{ $item }
    办件编号：{ $number }
mail-approved-due = 我们最迟于{ $due }送达办理结果。

## 不予批准

mail-rejected-subject = 您的申请已有决定（{ $number }）
mail-rejected-body =
    您的申请未获批准。

    事项：{ $item }
    办件编号：{ $number }

    理由请登录后查看。如有不同意见，可以依法申请行政复议或者提起行政诉讼。

## 结果可以领取

mail-result-ready-subject = 您的办理结果可以领取（{ $number }）
mail-result-ready-body =
    您的办理结果已经可以领取。电子证照和电子文书登录后可以查看、出示和打印。

    事项：{ $item }
    办件编号：{ $number }

## 结果已寄出

mail-result-shipped-subject = 您的办理结果已寄出（{ $number }）
mail-result-shipped-body =
    您的办理结果已经寄出。

    事项：{ $item }
    办件编号：{ $number }

    快递信息请登录后查看。

## 邀请评价

mail-evaluation-invited-subject = 请评价这次服务（{ $number }）
mail-evaluation-invited-body =
    您的事项已经办完，欢迎评价这次服务。评价完全自愿。

    事项：{ $item }
    办件编号：{ $number }

## 证照即将到期

mail-certificate-expires-subject = 您的一份证照即将到期
mail-certificate-expires-body =
    您的一份电子证照即将到期。

    事项：{ $item }

    需要延续的，请在到期三十日前提出申请。登录后可以查看证照和办理延续。
mail-certificate-expires-due = 有效期至{ $due }。

## 超期致歉

mail-overdue-subject = 您的申请没有按时办结，我们向您道歉（{ $number }）
mail-overdue-body =
    您的申请没有在期限内办完，我们向您道歉。

    事项：{ $item }
    办件编号：{ $number }

    进展请登录后查看。
mail-overdue-due = 期限是{ $due }。

## 撤回

mail-withdrawn-subject = 您的申请已撤回（{ $number }）
mail-withdrawn-body =
    您已撤回这份申请，我们不再继续办理。需要时可以重新申请。

    事项：{ $item }
    办件编号：{ $number }

## 视为撤回

mail-deemed-withdrawn-subject = 您的申请视为撤回（{ $number }）
mail-deemed-withdrawn-body =
    因为逾期没有补正，您的申请视为撤回，我们不再继续办理。需要时可以重新申请。

    事项：{ $item }
    办件编号：{ $number }

## 终止办理

mail-closed-subject = 您的申请已终止办理（{ $number }）
mail-closed-body =
    您的申请已由办理部门终止办理。

    事项：{ $item }
    办件编号：{ $number }

    原因请登录后查看，例如转由其他部门办理，或者申请本身无效。

## 服务规则出了问题

mail-needs-repair-subject = 您部门的一项服务需要修复
mail-needs-repair-body =
    这项服务有一条规则无法判断。群众看到的是“正在修复”，修好以前系统不会作任何判断。请尽快改好并发布新版本。

    事项：{ $item }

## 很久没有继续填写的草稿

mail-draft-expires-subject = 您有一份没有提交的申请即将删除
mail-draft-expires-body =
    您填写了一份申请，但还没有提交。

    事项：{ $item }

    登录后可以从上次停下的地方继续填写，填过的内容都还在。如果不再需要，不用做任何事。
mail-draft-expires-due = 如果没有继续填写，这份申请将于{ $due }删除。

## 等待查毒的文件有问题

mail-material-harmful-subject = 您申请中的一个文件已被删除
mail-material-harmful-body =
    您添加到申请中的一个文件，杀毒软件发现了有害内容，我们已经删除它。

    事项：{ $item }

    请先检查文件所在的设备，再登录重新上传一个没有问题的文件。申请中的其他内容没有变化。

## 其他部门已答复

mail-consultation-subject = 您征求的意见已有答复
mail-consultation-body =
    您就这件办件征求意见的部门已经答复。邮件里没有答复内容。

    事项：{ $item }
    办件编号：{ $number }

    请登录工作台查看。

## 办理部门留言

mail-message-subject = 办理部门给您留言（{ $number }）
mail-message-body =
    办理部门就您的申请给您留言。为了保护个人信息，邮件里没有留言内容。

    事项：{ $item }
    办件编号：{ $number }

    请登录后查看和回复。

## 效能监察

mail-supervision-subject = 效能监察有新的记录
mail-supervision-body =
    效能监察发现了需要您留意的情况，例如办件临近到期或已经超期。

    请登录工作台查看。同一个工作日内的新记录合并为这一封邮件。
