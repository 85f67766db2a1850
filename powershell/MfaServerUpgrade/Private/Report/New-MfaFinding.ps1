# A finding as every room of the product knows it: code, severity, what is, what to do, on which host.
function New-MfaFinding {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$Code,
        [Parameter(Mandatory)] [ValidateSet('error', 'inhibitor', 'warning', 'information')] [string]$Severity,
        [Parameter(Mandatory)] [string]$ComputerName,
        [AllowEmptyCollection()] [object[]]$Value = @()
    )
    $text = Get-MfaMessage -Code $Code -Value $Value
    [pscustomobject]@{
        Code     = $Code
        Severity = $Severity
        Message  = $text.Message
        Remedy   = $text.Remedy
        Host     = $ComputerName
    }
}
