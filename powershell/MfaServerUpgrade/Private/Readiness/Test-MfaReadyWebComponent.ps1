# What the farm file says of web components is what IIS shows: the virtual directory must keep its name (SEED-A).
function Test-MfaReadyWebComponent {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Subject)
    $names = @(Get-MfaWebComponentName -Subject $Subject)
    if ($names.Count -eq 0) { return }
    $applications = @(Get-MfaWebApplicationOfHost)
    foreach ($name in $names) {
        $found = @($applications | Where-Object -Property Component -EQ -Value $name)
        $title = Get-MfaComponentTitle -Component $name
        $places = @($found | ForEach-Object -Process { '{0}/{1}' -f $_.Site, $_.Name }) -join ', '
        $given = @{ ComputerName = $Subject.ComputerName }
        if ($found.Count -eq 0) { New-MfaFinding -Code WebComponentNotInIis -Severity inhibitor -Value $title @given }
        elseif ($found.Count -gt 1) { New-MfaFinding -Code WebComponentSeveral -Severity warning -Value $title, $places @given }
    }
}
