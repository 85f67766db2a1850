# Whether this host reaches the Web Service SDK that its components ask, with a certificate that it trusts and by the name in
# it (UP-15). Asked without an account, so that no password can be tried too often: a refusal is an answer, too.
function Test-MfaReadySdkCertificate {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Subject)
    $names = @(Get-MfaWebComponentName -Subject $Subject | Where-Object -FilterScript { $_ -ne 'webServiceSdk' })
    if ($names.Count -eq 0) { return }
    $given = @{ Severity = 'warning'; ComputerName = $Subject.ComputerName }
    foreach ($address in Get-MfaSdkAddressOfHost -Component $names) {
        $shown = Get-MfaShownAddress -Address $address
        if ($address.Scheme -ne 'https') { New-MfaFinding -Code SdkWithoutTls -Value $shown @given; continue }
        if ($address.HostNameType -in 'IPv4', 'IPv6') { New-MfaFinding -Code SdkByAddress -Value $shown @given; continue }
        $answer = Get-MfaSdkAnswer -Address $address
        if ($answer.StatusCode -eq 0) { New-MfaFinding -Code SdkNotReachedNow -Value $shown, $answer.Content @given }
    }
}

# The addresses of the Web Service SDK in the web.config of these components, each once.
function Get-MfaSdkAddressOfHost {
    [CmdletBinding()]
    [OutputType([System.Uri])]
    param([Parameter(Mandatory)] [string[]]$Component)
    $addresses = foreach ($application in Get-MfaWebApplicationOfHost | Where-Object -FilterScript { $Component -contains $_.Component }) {
        $setting = Get-MfaWebSdkSetting -LiteralPath (Join-Path -Path $application.PhysicalPath -ChildPath 'web.config')
        if (Test-MfaAsksSdk -Component $application.Component -Setting $setting) { Get-MfaSdkUri -Setting $setting }
    }
    @($addresses) | Where-Object -FilterScript { $_ } | Sort-Object -Property AbsoluteUri -Unique
}
