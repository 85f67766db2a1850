# Asks the Web Service SDK for its page with the account of web.config, once: a wrong password in a loop locks the account.
# Gives what is wrong, nothing where the page came.
function Get-MfaSdkFinding {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Setting,
        [Parameter(Mandatory)] [string]$ComputerName
    )
    $given = @{ Severity = 'error'; ComputerName = $ComputerName }
    $address = Get-MfaSdkUri -Setting $Setting
    if ($null -eq $address) { return New-MfaFinding -Code SdkAddressMissing @given }
    $shown = Get-MfaShownAddress -Address $address
    if ($null -eq $Setting.Credential) { return New-MfaFinding -Code SdkAccountMissing -Value $shown @given }
    $answer = Get-MfaSdkAnswer -Address $address -Credential $Setting.Credential
    switch ($answer.StatusCode) {
        200 { if ($answer.Content -notmatch 'PfWsSdk') { New-MfaFinding -Code SdkOtherPage -Value $shown @given } }
        0 { New-MfaFinding -Code SdkNotReached -Value $shown, $answer.Content @given }
        401 { New-MfaFinding -Code SdkAccountRefused -Value $shown @given }
        404 { New-MfaFinding -Code SdkPageMissing -Value $shown @given }
        default { New-MfaFinding -Code SdkAnswersWith -Value $shown, $answer.StatusCode @given }
    }
}

# The address of the Web Service SDK in a setting; nothing where it names none that can be asked.
function Get-MfaSdkUri {
    [CmdletBinding()]
    [OutputType([System.Uri])]
    param([Parameter(Mandatory)] [pscustomobject]$Setting)
    $address = $Setting.Address -as [System.Uri]
    if ($null -ne $address -and $address.IsAbsoluteUri -and $address.Scheme -in 'http', 'https') { $address }
}

# Whether a component asks the Web Service SDK: a portal on an MFA server may ask its own service instead (UP-15).
function Test-MfaAsksSdk {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [string]$Component, [Parameter(Mandatory)] [pscustomobject]$Setting)
    $Component -ne 'userPortal' -or $Setting.UsesSdk
}

# An address without what somebody may have written before the host's name.
function Get-MfaShownAddress {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [System.Uri]$Address)
    '{0}://{1}{2}' -f $Address.Scheme, $Address.Authority, $Address.AbsolutePath
}

# Status and page; 0 and the reason where no answer came. Asked without an account where none is given.
function Get-MfaSdkAnswer {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([System.Uri]$Address, [AllowNull()] [pscredential]$Credential)
    # Windows PowerShell 5.1 does not offer TLS 1.2 on older systems by itself.
    [System.Net.ServicePointManager]::SecurityProtocol = [System.Net.ServicePointManager]::SecurityProtocol -bor [System.Net.SecurityProtocolType]::Tls12
    try {
        $account = if ($null -ne $Credential) { @{ Credential = $Credential } } else { @{} }
        $page = Invoke-WebRequest -Uri $Address @account -UseBasicParsing -TimeoutSec 60 -ErrorAction Stop
        [pscustomobject]@{ StatusCode = [int]$page.StatusCode; Content = [string]$page.Content }
    }
    catch {
        $response = $_.Exception.PSObject.Properties['Response']
        if ($null -ne $response -and $null -ne $response.Value) { return [pscustomobject]@{ StatusCode = [int]$response.Value.StatusCode; Content = '' } }
        [pscustomobject]@{ StatusCode = 0; Content = $_.Exception.GetBaseException().Message }
    }
}
