# 注册、登录、退出。

sign-in-title = 个人登录
sign-in-waiting = 请先登录，登录后会回到您刚才要去的页面，填过的内容不会丢失。
sign-in-login = 邮箱
sign-in-problem = 没有登录成功
sign-in-wrong = 邮箱或者密码不对。请检查后再试，密码区分大小写。
sign-in-locked = 密码连续输错多次，为了保护您的账户，请等 { $n } 分钟后再试。
sign-in-new = 还没有账户？
sign-in-new-text = 注册一次，就可以办理全部能在网上办的事项，查询进度，保存电子证照。
sign-in-help = 登录有困难？请拨打 12345，或者带身份证到任何一个政务服务大厅的人工窗口办理。

register-title = 注册个人账户
register-lead = 只要填五项。姓名、身份证号码和手机号码要与户籍登记的一致，这样办事时已有的信息会自动填好。
register-button = 注册
register-privacy = 这些信息只用于确认您的身份、联系您和办理您申请的事项，加密保存。谁在什么时候读取过您的登记信息，您随时可以查看。
register-have-one = 已经有账户？

account-name = 姓名
account-name-hint = 与身份证上的一致
account-resident_id = 公民身份号码
account-resident_id-hint = 18 位，最后一位可能是字母 X
account-phone = 手机号码
account-phone-hint = 11 位手机号码，用于联系您
account-email = 邮箱
account-email-hint = 登录时使用，办理进度也会发到这里
account-password = 密码
account-password-hint = 至少 { $n } 个字符，不能全是数字。几个不相关的词连在一起，好记又安全
