function Test-MfaHostTraffic {
    <#
    .SYNOPSIS
    Says whether this host is out of its Windows NLB clusters, or in them.
    .DESCRIPTION
    Asks the cluster, and nothing that a step kept. Out: each node is suspended, and a restart does not bring it back, as far
    as the cluster tells. In: each node has converged. Source: NLB.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER State
    What should be: out or in.
    .PARAMETER Cluster
    Clusters that are meant, each by its nodes, joined by commas. Absent: every cluster of this host.
    .OUTPUTS
    Verified: true, false, or null where it could not look; and the findings.
    .EXAMPLE
    Test-MfaHostTraffic -ComputerName web01.contoso.example -State out
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidateSet('out', 'in')] [string]$State,
        [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}(,[A-Za-z0-9_][A-Za-z0-9_.-]{0,252})*$')] [string[]]$Cluster = @()
    )
    Assert-MfaComputer -ComputerName $ComputerName
    Invoke-MfaVerification -ComputerName $ComputerName -Code TrafficNotRead -Look {
        foreach ($node in Get-MfaNlbNode -Cluster $Cluster) {
            $now = ConvertTo-MfaTrafficState -Node $node
            $given = @{ ComputerName = $ComputerName; Value = @($now.Name, $now.State, $now.Interface) }
            if ($State -eq 'in') {
                if ($now.State -ne 'Converged') { New-MfaFinding -Code TrafficStillOut -Severity error @given }
                elseif ($now.InitialHostState -eq 'Suspended') { New-MfaFinding -Code TrafficLeavesAtRestart -Severity warning @given }
            }
            elseif ($now.State -ne 'Suspended') { New-MfaFinding -Code TrafficStillIn -Severity error @given }
            elseif (Test-MfaComesBack -State $now) { New-MfaFinding -Code TrafficComesBack -Severity error @given }
        }
    }
}
