# What the script of a bundle does on its host: the same as a run on this computer, with the result beside the script and a
# short code of it that a person can type. Another computer, missing rights and a changed request are refused before the
# bundle is taken, so that it can still be started where and as it should. Gives the exit code.
function Invoke-MfaStepBundle {
    [CmdletBinding()]
    [OutputType([int])]
    param(
        [Parameter(Mandatory)] [string]$Folder,
        # Bytes of request.json in base64.
        [Parameter(Mandatory)] [string]$Request,
        [Parameter(Mandatory)] [string]$RequestHash
    )
    $startedAt = Get-MfaStepTime
    try {
        $run = ConvertFrom-MfaStepRequest -RunFolder $Folder -Read { [System.Convert]::FromBase64String($Request) }
        if ($run.Hash -cne $RequestHash) { throw (New-MfaErrorRecord -Code RequestChanged -Category InvalidArgument -Target $Folder) }
        Show-MfaStepCommand -Request $run.Request
        $calls = Initialize-MfaStepCall -Run $run
        New-MfaStepMark -RunFolder $Folder
    }
    catch {
        $refusal = ConvertTo-MfaStepFinding -ErrorRecord $_ -ComputerName (Get-MfaStepComputer)
        Write-Information -MessageData ('Refused, nothing was changed. {0} {1}' -f $refusal.Message, $refusal.Remedy)
        return 2
    }
    $outcome = Invoke-MfaStepAct -Run $run -Calls $calls
    $text = New-MfaStepResult -Run $run -Outcome $outcome -StartedAt $startedAt
    Write-MfaStepResult -RunFolder $Folder -Text $text
    Write-Information -MessageData (Get-MfaStepEnding -Request $run.Request -Outcome $outcome)
    Write-Information -MessageData ('Carry this folder back, or type this code into Mark as Done: {0}' -f (Get-MfaStepBundleCode -Result (ConvertFrom-MfaStepJson -Text $text)))
    Get-MfaStepExitCode -Outcome $outcome
}

# Eight characters that stand for what came out of a run. They prove nothing against somebody who can read the run folder:
# they keep a person from typing the outcome of another run, or another outcome.
function Get-MfaStepBundleCode {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [pscustomobject]$Result)
    $words = foreach ($value in $Result.verified, $Result.restartNeeded) { if ($null -eq $value) { 'null' } else { $value.ToString().ToLowerInvariant() } }
    $text = (@($Result.run, $Result.requestHash, $Result.outcome) + $words) -join "`n"
    (Get-MfaStepHash -Bytes ([System.Text.Encoding]::UTF8.GetBytes($text))).Substring(0, 8).ToUpperInvariant()
}
