# 邮件。邮件以明文传送，因此不含姓名、证件号码等个人信息；主题会显示在锁屏上，因此也不写事项名称。
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

## 补正告知

mail-correction-requested-subject = 您的申请需要补正（{ $number }）
mail-correction-requested-body =
    您的申请还需要补充或修改。

    事项：{ $item }
    办件编号：{ $number }

    需要补正的全部内容已一次性写明，请登录后查看。您填写过的内容都已保留，改好后重新提交即可。
mail-correction-requested-due = 请最迟于{ $due }提交补正。

## 受理

mail-accepted-subject = 您的申请已受理（{ $number }）
mail-accepted-body =
    您的申请已经受理，正在办理。

    事项：{ $item }
    办件编号：{ $number }
mail-accepted-due = 我们承诺最迟于{ $due }办结。

## 不予受理

mail-not-accepted-subject = 您的申请未予受理（{ $number }）
mail-not-accepted-body =
    您的申请未予受理。

    事项：{ $item }
    办件编号：{ $number }

    理由请登录后查看。如有不同意见，可以依法申请行政复议或者提起行政诉讼。

## 准予

mail-approved-subject = 您的申请已通过（{ $number }）
mail-approved-body =
    您的申请已经通过。

    事项：{ $item }
    办件编号：{ $number }

    欢迎登录后对这次服务作出评价。

## 不予批准

mail-rejected-subject = 您的申请已有决定（{ $number }）
mail-rejected-body =
    您的申请未获批准。

    事项：{ $item }
    办件编号：{ $number }

    理由请登录后查看。如有不同意见，可以依法申请行政复议或者提起行政诉讼。

## 电子证照

mail-certificate-ready-subject = 您的电子证照已生成（{ $number }）
mail-certificate-ready-body =
    您的电子证照已经生成，登录后可以查看、出示和打印。

    事项：{ $item }
    办件编号：{ $number }

## 撤回

mail-withdrawn-subject = 您的申请已撤回（{ $number }）
mail-withdrawn-body =
    您已撤回这份申请，我们不再继续办理。需要时可以重新申请。

    事项：{ $item }
    办件编号：{ $number }

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
