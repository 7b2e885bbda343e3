# 短信。每条连同前面的【签名】不超过 70 个字，一条发完；不含姓名、证件号码和事项名称，也不含网址：
# 大家都被提醒不要点短信里的链接。
# 参数：$number 办件编号，$due 日期。

sms-submitted = 已收到您的申请{ $number }。办理进度请登录查看。
sms-precheck-passed = 您的申请{ $number }已通过预审。
sms-precheck-returned = 您的申请{ $number }需要修改，请登录查看。
sms-correction-requested = 您的申请{ $number }需要补正，请最迟于{ $due }提交。
sms-correction-due = 您的申请{ $number }还没有补正，最迟于{ $due }提交。
sms-resubmitted = 已收到您补正的申请{ $number }。
sms-accepted = 您的申请{ $number }已受理，正在办理。
sms-deemed-accepted = 您的申请{ $number }依法视为已受理，正在办理。
sms-not-accepted = 您的申请{ $number }未予受理，理由和救济途径请登录查看。
sms-suspended = 您的申请{ $number }进入特别程序，期限暂停计算，请登录查看。
sms-resumed = 您的申请{ $number }特别程序结束，继续办理。
sms-extended = 您的申请{ $number }延长了办理期限，理由请登录查看。
sms-approved = 您的申请{ $number }已通过。
sms-rejected = 您的申请{ $number }已有决定，请登录查看。
sms-result-ready = 您的申请{ $number }的办理结果可以领取，请登录查看。
sms-result-shipped = 您的申请{ $number }的办理结果已寄出，请登录查看。
sms-evaluation-invited = 您的事项{ $number }已办完，欢迎登录评价。
sms-certificate-expires = 您的一份证照有效期至{ $due }，需要延续的请及时申请。
sms-overdue = 您的申请{ $number }没有按时办结，我们向您道歉。进展请登录查看。
sms-withdrawn = 您的申请{ $number }已撤回。
sms-deemed-withdrawn = 您的申请{ $number }逾期没有补正，视为撤回。
sms-closed = 您的申请{ $number }已终止办理，原因请登录查看。
sms-message = 您的申请{ $number }有办理部门的留言，请登录查看。
sms-draft-expires = 您有一份没有提交的申请将于{ $due }删除，请登录查看。
sms-material-harmful = 您申请中的一个文件有问题，已被删除，请登录查看。
