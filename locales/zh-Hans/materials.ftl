# 材料：文件的问题、材料的提交方式、我的材料库、手机上传、草稿。

## 文件的问题
upload-empty = 这个文件是空的，请重新选择
upload-too-large = 文件超过 20 MB，请压缩后再上传
upload-wrong-kind = 这个文件的类型不对，请上传此处列出的类型
upload-too-many = 每项材料最多上传 5 个文件，请先删除多余的文件
upload-case-full = 这份申请的文件已经满了：最多 60 个，一共不超过 400 MB。请先删除一些，或者把其余的带到窗口
upload-day-full = 您今天上传的文件已经达到一个人一天的上限。请明天再继续，填写过的内容都会保留
upload-damaged = 这个文件打不开，可能已经损坏，或者没有传完整。请重新拍照，或者另存为新的 PDF 再上传
upload-too-many-pixels = 这张图片太大，打不开：最多 5100 万像素，单边不超过 16500 像素。请缩小后再上传
upload-locked = 这个 PDF 设了密码。请另存为没有密码的 PDF 再上传
upload-active = 这个 PDF 里带有程序或者其他文件，我们不能接收。请打印或者另存为新的 PDF 再上传
upload-harmful = 病毒扫描发现这个文件有害，所以没有保存。请检查您的设备，换一个安全的文件再上传
upload-waiting = 文件已经收到，但是病毒扫描暂时连不上。文件已经保留，会尽快扫描，扫描通过后就可以提交。填写的内容都已保存

file-waits = { $name }（正在扫描病毒）

## 材料的提交方式
way-legend = “{ $name }”怎么提交？
way-files = 上传文件
way-exempt = 免提交：从记录里就能查到
way-later = 以后再补交
way-promise = 用承诺代替
way-paper = 窗口收取纸质材料：已查验原件或者收下
way-exempt-by-certificate = 如果您的证照里有对应的有效证照，选这一项并保存，我们来核对。
way-exempt-by-register = 如果{ $register }里有您的这项记录，选这一项并保存，我们来核对。
way-later-hint = 申请受理后 { $limit }内补交就可以。
way-told-exempt = 免提交。{ $source }
way-told-later = 以后补交，受理后 { $limit }内
way-told-later-until = 以后补交，最迟 { $date }
way-told-paper = 纸质材料，已在窗口查验或者收下
way-told-promise = 已承诺：{ $promise }

## 以后补交的材料
follow-up-list = 还要补交的材料
follow-up-until = 最后一天：
follow-up-waits = 还没有收到
follow-up-came = 已经收到 { $n } 个文件
follow-up-add = 现在补交
follow-up-title = 补交“{ $name }”
follow-up-send = 提交
note-followed = 材料已经收到
note-followed-text = 办理部门现在就能看到。

## 我的材料
library-title = 我的材料
library-lead = 您以前申请时交过、还可以再用的文件。以后的申请要同样的材料时，会提示您直接使用。
library-link = 我的材料：可以再次使用的文件
library-empty = 这里还没有文件。提交申请后，在一段时间内有效的材料会保存在这里。
library-valid = { $until } 前可以再次使用
library-over = 已于 { $until } 过期
library-case = 当时的申请
library-remove = 从我的材料里删除
library-use = 直接使用：{ $name }（{ $until } 前有效）
note-forgotten = 已经删除
note-forgotten-text = 以后不再提示这个文件。当时的申请里仍然保留。
note-reused = 文件已经加上
note-reused-text = 这是一份副本，在这里删除不影响我的材料。

## 用手机上传
hand-over-begin = 用手机拍照上传
hand-over-title = 用手机上传“{ $name }”
hand-over-lead = 请用手机扫描二维码，在手机上拍照。手机上不用登录。二维码 { $n } 分钟内有效。
hand-over-qr = 打开手机上传页面的二维码
hand-over-address = 也可以在手机上打开这个地址：
hand-over-until = 有效期到 { $at }
hand-over-warning = 在有效期内，谁扫了这个码都可以在这里添加文件，但是看不到任何内容。请不要发给别人。
hand-over-show = 查看收到的文件
hand-over-over = 二维码已经失效
hand-over-over-text = 有效期已过，或者文件已经传满。还要上传的话，请返回后重新获取二维码。
phone-title = 上传照片
phone-photo = 拍照
phone-choose = 或者从手机里选择
phone-send = 上传
phone-added = 已经收到
phone-added-text = 您可以继续上传，也可以回到原来的屏幕，按“查看收到的文件”。
phone-left = 还可以上传 { $n } 个文件。
phone-over-text = 有效期已过、文件已经传满，或者申请已经提交。请在原来的屏幕上重新获取二维码。

## 草稿
draft-saved = 上次保存于 { $at }
draft-saved-until = 上次保存于 { $at }，换一台设备也可以继续填写。如果没有继续填写，这份草稿将于 { $day } 删除。
version-title = 这个事项有变化
version-lead = 您开始填写以后，办理部门发布了新的表单。请用新的表单继续。
version-kept = 填过的内容都会保留
version-safe = 仍然适用的回答全部带入新的表单。现在还没有提交。
version-changes = 有哪些变化
version-no-questions = 问题没有变化，只调整了文字或者步骤。
version-new = 新增的问题：{ $name }
version-gone = 不再询问：{ $name }
version-kind = 换了填写方式：{ $name }
version-options = 选项有变化：{ $name }
version-wording = 声明的文字有变化，请重新阅读并确认：{ $name }
version-new-material = 新增的材料：{ $name }
version-gone-material = 不再需要的材料：{ $name }
version-material = 材料的要求有变化：{ $name }
version-lost = 不再适用的回答
version-lost-text = 这些内容不会带入新的表单。如果还用得上，请先记下来再继续。
version-files = 不再需要的文件
version-files-text = 继续以后，这些文件会删除。
version-go-on = 继续
version-newest = 您的申请已经是最新的表单。
note-moved = 已经换成新的表单
note-moved-text = 仍然适用的内容都已带入，请看看新增的部分。
