# The answer of a verification: yes without an error among what it finds, no with one, null where looking failed.
function Invoke-MfaVerification {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$ComputerName,
        # The code that says that it could not look, and why.
        [Parameter(Mandatory)] [string]$Code,
        # Looks, and gives findings.
        [Parameter(Mandatory)] [scriptblock]$Look
    )
    try {
        $findings = @(& $Look)
        $verified = @($findings | Where-Object -Property Severity -EQ -Value 'error').Count -eq 0
    }
    catch {
        $findings = @(New-MfaFinding -Code $Code -Severity error -ComputerName $ComputerName -Value $_.Exception.Message)
        $verified = $null
    }
    [pscustomobject]@{ Verified = $verified; Findings = $findings }
}
