function Test-MfaComponentRemoved {
    <#
    .SYNOPSIS
    Says whether a component is off this host, and, for the PhoneFactor Agent, whether its data file is still there.
    .DESCRIPTION
    Looks under Programs and Features, in IIS, and for the agent into its folder. Sources: ARP, SEED-B.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER Component
    Which component.
    .PARAMETER InstallPath
    Install folder of the agent as the farm file names it.
    .OUTPUTS
    Verified: true, false, or null where it could not look; and the findings.
    .EXAMPLE
    Test-MfaComponentRemoved -ComputerName old01 -Component phoneFactorAgent
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidateSet('userPortal', 'mobileAppWebService', 'webServiceSdk', 'phoneFactorAgent')] [string]$Component,
        [ValidateNotNullOrEmpty()] [string]$InstallPath
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Invoke-MfaVerification -ComputerName $ComputerName -Code ComponentNotRead -Look {
        $trace = Get-MfaComponentTrace -Component $Component -InstallPath $InstallPath
        $given = @{ Severity = 'error'; ComputerName = $ComputerName }
        foreach ($product in $trace.Products) { New-MfaFinding -Code ComponentStillListed -Value $product.Name @given }
        foreach ($place in $trace.Places) { New-MfaFinding -Code ComponentStillThere -Value $place @given }
        if ($Component -ne 'phoneFactorAgent') { return }
        try { [void](Get-MfaDataFolder -InstallPath $InstallPath) }
        catch [System.InvalidOperationException] { New-MfaFinding -Code AgentDataGone -Value $_.Exception.Message @given }
    }
}
