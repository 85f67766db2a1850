function Disable-MfaAdfsProvider {
    <#
    .SYNOPSIS
    Switches a provider of the AD FS farm off.
    .DESCRIPTION
    Takes exactly this name out of the list of additional providers, keeps the order of the rest, sets the list as a whole, reads it
    back and compares. Keeps the list from before in a file of the upgrade: it is compared with from now on. Runs on the AD FS primary
    of WID, on any node with SQL. Sources: SEED-A, UPG-AZ, ADFSMFAW, WID.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that this belongs to.
    .PARAMETER Provider
    Name under which it is registered.
    .OUTPUTS
    The list before and after, and the rules that name the provider.
    .EXAMPLE
    Disable-MfaAdfsProvider -ComputerName fs01.contoso.example -UpgradeId 4f1c -Provider WindowsAzureMultiFactorAuthentication
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_.-]{1,128}$')] [string]$Provider
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Assert-MfaAdfsProviderOwn -Provider $Provider
    Assert-MfaAdfsWriter
    $name = Get-MfaAdfsProviderName -Provider $Provider
    $before = @(Get-MfaAdfsProviderList)
    $evidence = [pscustomobject]@{ ComputerName = $ComputerName; Changed = $false; Provider = $name; Before = $before; After = $before; Rules = @(Get-MfaAdfsRule -Provider $name) }
    if ($before -notcontains $name) {
        Write-Information -MessageData ('Nothing to do: {0} is off.' -f $name)
        return $evidence
    }
    if (-not $PSCmdlet.ShouldProcess($ComputerName, "Switch $name off for the whole AD FS farm")) { return $evidence }
    Save-MfaKeptList -UpgradeId $UpgradeId -Provider $name -List $before
    Set-MfaAdfsProviderList -List @($before | Where-Object -FilterScript { $_ -ne $name }) -Read $before
    $evidence.After = @(Get-MfaAdfsProviderList)
    $evidence.Changed = $true
    $evidence
}
