# 显示与语言设置，以及各种显示方式的提示。

display-title = 显示与语言设置
display-lead = 选好以后，这台设备会记住一年，不需要登录。
display-language = 语言
display-modes = 显示方式（可以多选）
display-elder = 关怀版
display-elder-hint = 字更大、内容更少，一次只做一件事，随时可以打电话求助。
display-contrast = 高对比度
display-contrast-hint = 文字和背景的反差更大，边框更清楚。
display-still = 减少动画
display-still-hint = 页面上的东西不再移动或渐变。
display-aloud = 朗读
display-aloud-hint = 每一页上方出现朗读按钮，由浏览器读出来，读到哪句就标出哪句。
display-theme = 颜色
display-theme-auto = 跟随设备设置
display-theme-light = 浅色背景
display-theme-dark = 深色背景
display-save = 保存并返回

## 页头
display-tools = 显示与语言
display-tools-elder = 关怀版
display-tools-standard = 退出关怀版
display-tools-settings = 显示设置
display-converted = 本站的繁体字由程序转换，仅供阅读；法律条文和文书以简体中文为准。
display-elder-help = 需要帮忙？打电话 { $phone }

## 朗读
aloud-label = 朗读
aloud-start = 朗读这一页
aloud-pause = 暂停
aloud-resume = 继续
aloud-stop = 停止
