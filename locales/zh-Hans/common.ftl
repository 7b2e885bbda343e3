# 每一页都用得到的文字：页头、页脚、通用按钮、出错页面。

site-name = 通办
language-name-zh-Hans = 简体中文
language-name-zh-Hant = 繁體中文
language-name-en = English
language-short-zh-Hans = 简
language-short-zh-Hant = 繁
language-short-en = EN
wordmark-home = 首页

## 页头
skip-link = 跳到正文
nav-label = 主要栏目
nav-services = 服务
nav-my-cases = 我的办件
nav-my-certificates = 我的证照
nav-verify = 验证证照
nav-notices = 消息
nav-access-records = 谁查过我的信息
nav-desk = 工作人员登录
nav-inbox = 待办
search-label = 搜索服务
search-button = 搜索
search-header-label = 站内搜索服务
sign-in = 登录
sign-out = 退出

## 页脚
footer-help-title = 政务服务便民热线
footer-help-text = 每天 24 小时有人接听。打不了电话，可以到任何一个政务服务大厅的人工窗口。
footer-links-label = 更多栏目
footer-sponsor = 主办单位：
footer-operator = 承办单位：
footer-site-code = 网站标识码：
footer-icp = ICP 备案号：
footer-police = 公安备案号：
footer-ipv6 = 本网站支持 IPv6 访问
footer-demonstration = 这是一座虚构城市的演示网站，不办理真实业务。

## 工作人员与自助终端的页头
desk-name = 工作台
kiosk-name = 自助终端
kiosk-end = 结束
kiosk-idle-title = 您还在吗？
kiosk-idle-text = 一分钟没有操作了。再过 30 秒将自动结束，您的个人信息会从这台机器上清除。
kiosk-idle-continue = 我还在，继续
kiosk-idle-end = 结束

## 通用文字
step-of = 第 { $current } 步，共 { $total } 步
breadcrumb-label = 当前位置
pagination-label = 翻页
pagination-previous = 上一页
pagination-next = 下一页
pagination-page = 第 { $n } 页
summary-change = 修改
yes = 是
no = 否
back = 返回
print = 打印

## 连不上网的时候
offline-title = 连不上网络
offline-page = 这一页没有打开，这台设备上也没有存过它。请检查网络，再刷新页面。
offline-form = 刚才填的内容没有送出去，但都还在。请等网络恢复，再按下面的按钮。
offline-files = 选好的文件这里留不住，重新送出以后请再选一次。
offline-again = 重新送出
offline-older = 现在连不上网络。这是以前存下的页面，内容可能已经变了。存下的时间：

## 出错页面
failure-403-title = 没有接受这次操作
failure-403-text = 这次操作不是从本网站的页面发出的，或者浏览器没有说明来源。请回到首页，从页面上重新操作。
failure-404-title = 没有找到这个页面
failure-404-text = 地址可能有误，也可能这项内容已经撤下，或者不属于您。请检查地址，或者在下面搜索。
failure-409-title = 内容已经变了
failure-409-text = 您打开页面之后，内容有了变化，刚才的操作没有执行。请返回上一页，刷新后再试。
failure-413-title = 文件太大
failure-413-text = 提交的内容超过了上限，没有保存。每个文件不能超过 20 MB。请返回上一页，换小一些的文件。
failure-422-title = 内容有误
failure-422-text = 提交的内容读不懂，没有保存。请返回上一页检查后再试。
failure-429-title = 操作太频繁
failure-429-text = 短时间内的操作太多了。请等一分钟，再用浏览器刷新这个页面。已经保存的内容不会丢失。
failure-500-title = 系统出了问题
failure-500-text = 这不是您的错。已经保存的内容不会丢失，请过几分钟再试。急事请拨打 12345。
failure-503-title = 暂时忙不过来
failure-503-text = 现在访问的人太多，或者系统正在维护。已经保存的内容不会丢失，请等一分钟再刷新这个页面。
failure-reference = 编号：{ $reference }（反映问题时请告诉我们）
failure-home = 回到首页
failure-search = 搜索服务事项
failure-ways = 接下来您可以
failure-services = 查找服务事项
failure-cases = 查看我的办件
failure-sitemap = 查看网站地图
failure-report = 告诉我们这里有错
failure-call = 需要有人帮忙，请拨打
