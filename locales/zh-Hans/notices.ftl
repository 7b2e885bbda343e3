# 通知：站内消息、接收方式，以及管理员看到的发送情况。

## 消息
notices-title = 消息
notices-lead = 您的办件有进展时，会在这里告诉您。
notices-none = 还没有消息。您的办件有进展时，会在这里告诉您。
notices-new = 未读
notices-number = 办件编号 { $number }
notices-unread = 未读 { $n } 条
notices-mark-all = 全部标为已读
notices-settings = 接收方式

## 每种通知的标题
notice-submitted = 已收到您的申请
notice-precheck-passed = 您的申请已通过预审
notice-precheck-returned = 您的申请需要修改
notice-correction-requested = 请补正您的申请
notice-correction-due = 补正期限快到了
notice-resubmitted = 已收到您的补正
notice-accepted = 您的申请已受理
notice-deemed-accepted = 您的申请视为已受理
notice-not-accepted = 您的申请未予受理
notice-suspended = 您的申请进入特别程序，期限暂停计算
notice-resumed = 您的申请继续办理
notice-extended = 您的申请延长了办理期限
notice-approved = 您的申请已通过
notice-rejected = 您的申请已有决定
notice-result-ready = 办理结果可以领取
notice-result-shipped = 办理结果已寄出
notice-evaluation-invited = 请评价这次服务
notice-certificate-expires = 您的一份证照即将到期
notice-overdue = 您的申请没有按时办结，我们向您道歉
notice-withdrawn = 您的申请已撤回
notice-deemed-withdrawn = 您的申请视为撤回
notice-closed = 您的申请已终止办理
notice-message = 办理部门就您的申请给您留言
notice-draft-expires = 您有一份没有提交的申请即将删除
notice-material-harmful = 您申请中的一个文件已被删除

## 接收方式
notice-settings-title = 接收方式
notice-settings-lead = 所有通知都会留在站内消息里，这是依法告知的记录，不能关闭。您可以选择哪些通知再发邮件和短信。
notice-settings-quiet = 短信只在每天 { $from }:00 到 { $until }:00 之间发送；您刚提交申请时的回执除外。
notice-settings-save = 保存
notice-settings-saved = 接收方式已保存
notice-settings-saved-text = 以后的通知按新的选择发送。
notice-topic-to-do = 需要您做的事
notice-topic-to-do-hint = 补正、缴费、听证、没有提交的申请
notice-topic-result = 办理结果
notice-topic-result-hint = 决定、不予受理、结果领取和寄送
notice-topic-progress = 办理进度
notice-topic-progress-hint = 收件、受理、暂停、延长、超期
notice-topic-certificate = 证照到期
notice-topic-certificate-hint = 到期前 60 天和 30 天
notice-topic-opinion = 邀请评价
notice-topic-opinion-hint = 办结后请您评价服务，最多一次
notice-channel-inbox = 站内消息
notice-channel-mail = 邮件
notice-channel-sms = 短信

## 发送情况
nav-desk-notices = 通知
deliveries-title = 通知发送情况
deliveries-lead = 每份通知经邮件和短信发送到了哪一步。地址只显示一部分。
deliveries-none = 没有符合条件的发送记录。
deliveries-all = 全部
deliveries-filter = 筛选
deliveries-channel = 渠道
deliveries-kind = 通知
deliveries-any-channel = 所有渠道
deliveries-any-kind = 所有通知
deliveries-templates = 查看通知的文字
deliveries-column-kind = 通知
deliveries-column-channel = 渠道
deliveries-column-state = 状态
deliveries-column-attempts = 尝试次数
deliveries-column-address = 地址
deliveries-column-created = 生成时间
deliveries-column-changed = 最近变化
deliveries-retry = 重新发送
deliveries-retry-about = { $kind }，{ $address }
deliveries-retried = 已安排重新发送
deliveries-stale = 这份通知已经发出，或者正在重试
deliveries-until = 不早于 { $at }
delivery-state-queued = 等待发送
delivery-state-held = 夜间暂缓
delivery-state-failed = 失败，将重试
delivery-state-dead = 已放弃
delivery-state-sent = 已发出
delivery-state-skipped = 未发送
delivery-problem-switched-off = 本人关闭了这种方式
delivery-problem-channel-off = 门户没有开通这个渠道
delivery-problem-no-address = 没有地址
delivery-problem-account-closed = 账户已停用
delivery-problem-unreachable = 对方系统连接不上或者繁忙
delivery-problem-refused = 对方系统拒收
delivery-problem-internal = 门户自身出错

## 通知的文字
templates-title = 通知的文字
templates-lead = 每种通知在每个渠道、每种语言里怎么说。编号、事项和日期都是虚构的。
templates-choose = 选择通知
templates-show = 查看
templates-inbox = 站内标题
templates-subject = 邮件主题
templates-mail = 邮件正文
templates-message = 短信
templates-length = { $chars } 个字，{ $parts } 条
templates-topic = 类别
notice-sample-item = 居民身份证补领
