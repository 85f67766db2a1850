function Copy-MfaComponentInstaller {
    <#
    .SYNOPSIS
    Copies the installer of a web component from the program folder of an upgraded MFA server to this host.
    .DESCRIPTION
    Puts the MSI into a folder of the upgrade that only administrators read, and compares the SHA-256 of both. A copy that
    already equals its source stays. Sources: SEED-A, UPGPF.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that the copy belongs to.
    .PARAMETER Component
    Which component: userPortal or mobileAppWebService.
    .PARAMETER Source
    Program folder of the upgraded MFA server: a path on this host, or \\server\C$\... for that of another one.
    .PARAMETER Bitness
    32 or 64, that of this host.
    .OUTPUTS
    What was copied, with its hashes before and after.
    .EXAMPLE
    Copy-MfaComponentInstaller -ComputerName web01.contoso.example -UpgradeId 4f1c -Component userPortal -Source '\\mfa01.contoso.example\C$\Program Files\Multi-Factor Authentication Server'
    Copies the User Portal's MSI to web01.
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Low')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidateSet('userPortal', 'mobileAppWebService')] [string]$Component,
        [Parameter(Mandatory)] [ValidateNotNullOrEmpty()] [string]$Source,
        [ValidateSet(32, 64)] [int]$Bitness = 64
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $path = Get-MfaComponentSource -Source $Source -Name (Get-MfaComponentPackageName -Component $Component -Bitness $Bitness) -UpgradeId $UpgradeId
    $evidence = [pscustomobject]@{ ComputerName = $ComputerName; Changed = $false; Source = $path; Destination = $null; Length = $null; Before = $null; After = $null }
    if (-not $PSCmdlet.ShouldProcess($ComputerName, "Copy $path")) { return $evidence }
    $copied = Save-MfaInstaller -LiteralPath $path -UpgradeId $UpgradeId
    if (-not $copied.Changed) { Write-Information -MessageData 'Nothing to do: the copy is there and equals its source.' }
    $evidence.Changed = $copied.Changed
    $evidence.Destination = $copied.Path
    $evidence.Length = $copied.Length
    $evidence.Before = [pscustomobject]@{ CopySha256 = $copied.Before }
    $evidence.After = [pscustomobject]@{ SourceSha256 = $copied.SourceSha256; CopySha256 = $copied.After }
    $evidence
}
