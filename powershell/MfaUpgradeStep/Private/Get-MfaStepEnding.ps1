# The last line for the person: one sentence of what came out, one of what to do next.
function Get-MfaStepEnding {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Request,
        [Parameter(Mandatory)] [pscustomobject]$Outcome
    )
    $what = '{0}, for {1}' -f (ConvertTo-MfaVisibleText -Text $Request.title), (ConvertTo-MfaVisibleText -Text $Request.target)
    $why = $Outcome.Findings | Where-Object -Property Severity -In -Value 'error', 'inhibitor' | Select-Object -First 1
    $said = if ($null -ne $why) { '{0} {1} [{2}]' -f $why.Message, $why.Remedy, $why.Code } else { 'Use Find Out on the step.' }
    if ($Outcome.Name -eq 'unknown') { return 'Not known how it ended. {0}' -f $said }
    if ($Outcome.Name -eq 'refused') { return 'Refused, nothing was changed. {0}' -f $said }
    if ($Request.whatIf -and $Outcome.Name -eq 'done') { return 'What if: nothing was changed. Run the step to do it.' }
    if ($Outcome.Name -eq 'failed' -and $Outcome.Verified -eq $false) { return 'Not done: it ran, and the check afterwards says no. {0}' -f $said }
    if ($Outcome.Name -eq 'failed') { return 'Failed: {0}' -f $said }
    if ($null -eq $Outcome.Verified) { return 'Not known: it ran, and the check afterwards could not look. {0}' -f $said }
    if ($Outcome.RestartNeeded) { return 'Done: {0}. Restart this host before its next step.' -f $what }
    if ($null -ne $why) { return 'Done: {0}. It found something that stands in the way: {1}' -f $what, $said }
    if (Test-MfaStepCollects -Request $Request) { return 'Both files are fetched, and nothing was changed. Decide on the page of the comparison, then use Publish.' }
    'Done and verified: {0}. Go on with the next step of the checklist.' -f $what
}

# The exit code that people expect. result.json is what counts.
function Get-MfaStepExitCode {
    [CmdletBinding()]
    [OutputType([int])]
    param([Parameter(Mandatory)] [pscustomobject]$Outcome)
    if ($Outcome.Name -eq 'refused') { return 2 }
    if ($Outcome.Name -in 'failed', 'unknown') { return 1 }
    $isWhatIf = $Outcome.Evidence -is [System.Collections.IDictionary] -and $Outcome.Evidence.Contains('whatIf')
    if ($null -eq $Outcome.Verified -and -not $isWhatIf) { return 1 }
    if ($Outcome.RestartNeeded) { 3 } else { 0 }
}
