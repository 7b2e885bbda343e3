# Making an account, signing in and out.

sign-in-title = Sign in
sign-in-waiting = Please sign in first. You then go on to where you wanted to go, and nothing that you typed is lost.
sign-in-login = E-mail address
sign-in-problem = You are not signed in
sign-in-wrong = The e-mail address or the password is not right. Please check both and try again; capital and small letters differ in a password.
sign-in-locked =
    { $n ->
        [one] The password was wrong too often. To protect your account, please wait { $n } minute and try again.
       *[other] The password was wrong too often. To protect your account, please wait { $n } minutes and try again.
    }
sign-in-new = No account yet?
sign-in-new-text = One account is enough for every service that can be applied for online, for following your cases and for your certificates.
sign-in-help = Is signing in difficult? Call 12345, or bring your identity card to a staffed counter in any service hall.

register-title = Make an account
register-lead = Five things only. If name, identity number and mobile number are those of your household registration, what we already know is filled in for you.
register-button = Make the account
register-privacy = We use this only to know who you are, to reach you and to handle what you apply for, and keep it encrypted. You can see at any time who has read your register data and when.
register-have-one = Have you an account already?

account-name = Name
account-name-hint = As it stands on your identity card
account-resident_id = Resident identity number
account-resident_id-hint = 18 characters; the last may be the letter X
account-phone = Mobile number
account-phone-hint = Mainland mobile number with 11 digits, to reach you
account-email = E-mail address
account-email-hint = You sign in with it, and news about your cases goes there
account-password = Password
account-password-hint = At least { $n } characters, not digits alone. A few unrelated words are easy to remember and safe
