function Set-MfaStandInHost {
    <#
    .SYNOPSIS
    Says from which folder the stand-ins answer.
    .PARAMETER LiteralPath
    Folder of a simulated host.
    .EXAMPLE
    Set-MfaStandInHost -LiteralPath ./hosts/mfa01.contoso.example
    #>
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Changes this process only.')]
    [CmdletBinding()]
    [OutputType([void])]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    $script:HostFolder = $LiteralPath
}
