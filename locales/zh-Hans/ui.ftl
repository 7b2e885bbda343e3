# 组件自己的文字，以及展示组件的页面的文字。# 处由脚本填入数字。

## 表单项
date-year = 年
date-month = 月
date-day = 日
resident-id-groups = 请与证件核对：{ $groups }
chars-left = 还可以填写 { $n } 个字
chars-over = 超出 { $n } 个字
upload-sending = 正在上传：{ $n }%
upload-cut = 网络中断，没有上传成功。您填写的内容还在，请再试一次。
repeat-add = 再添加一项：
repeat-remove = 删除

## 表格、长文、询问、图表
table-sort-ascending = 从小到大排列
table-sort-descending = 从大到小排列
accordion-open = 全部展开
accordion-shut = 全部收起
dialog-shut = 取消
chart-data = 查看数据表

## 组件一览，只在开发服务器上
gallery-title = 组件一览
gallery-lead = 每个组件的每种状态。测试检查的也是这些例子。
gallery-group-forms = 填写
gallery-group-choices = 选择和文件
gallery-group-buttons = 按钮和对话框
gallery-group-finding = 导航
gallery-group-lists = 列表和表格
gallery-group-messages = 提示
gallery-group-figures = 图表
gallery-group-icons = 图标
gallery-group-paper = 纸张
gallery-label = 您需要什么？
gallery-hint = 请按证件上的写法填写
gallery-error = 请填写此项
gallery-value = 清溪区
gallery-long = 一个一行写不下的名称：通和市户籍地以外长期居住人员社会保险和医疗保障综合事务管理服务办公室（含各区县分支服务窗口）
gallery-about = 办件逐月增多，大多在网上办理
gallery-online = 网上
gallery-counter = 窗口
gallery-phone = 电话
gallery-month = 月份
gallery-cases = 办件量
gallery-child = 子女
gallery-months = 个月
