function Test-MfaAdfsAdapter {
    <#
    .SYNOPSIS
    Says whether the new adapter is on, loaded on this node, and every node in traffic answers.
    .DESCRIPTION
    Reads the policy and the registrations, looks for event 105 since AD FS started here, and asks the probe of each node that is
    named. The last proof is a person's sign-in. Sources: ADFS, C7B, SCOM, ADFSREQ.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER Provider
    Name under which it is registered.
    .PARAMETER Node
    Nodes in traffic.
    .OUTPUTS
    Verified: true, false, or null where it could not look; and the findings.
    .EXAMPLE
    Test-MfaAdfsAdapter -ComputerName fs01.contoso.example -Provider AzureMfaServerAuthentication -Node fs01.contoso.example, fs02.contoso.example
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_.-]{1,128}$')] [string]$Provider,
        [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string[]]$Node = @()
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Invoke-MfaVerification -ComputerName $ComputerName -Code AdfsNotRead -Look {
        Get-MfaAdfsOnFinding -Provider $Provider -ComputerName $ComputerName
        Get-MfaAdfsServiceFinding -Provider $Provider -ComputerName $ComputerName
        foreach ($other in $Node | Where-Object -FilterScript { $_ -ne $ComputerName }) {
            $why = Get-MfaAdfsProbe -ComputerName $other
            if ($why) { New-MfaFinding -Code AdfsProbeSilent -Severity error -ComputerName $other -Value $other, $why }
        }
    }
}
