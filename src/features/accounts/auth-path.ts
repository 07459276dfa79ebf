/** Where the province's single sign-on comes back to; its administrators have to know the address. */
export const authPath = "/xac-thuc"
export const ssoProvider = "sso"
