function Invoke-MfaUpgradeStep {
    <#
    .SYNOPSIS
    Runs the request of a run folder once and writes its result. Gives the exit code.
    .DESCRIPTION
    Says in words what it does, takes the request (a second start is refused), checks it, calls the function and the one
    that verifies it, and writes result.json. Until the request is taken nothing is written. For a host that nobody reaches
    from here it makes a bundle and waits for the result that is carried back; started again, it goes on waiting.
    .PARAMETER RunFolder
    Absolute path of the run folder.
    .PARAMETER RequestHash
    SHA-256 of the bytes of request.json, lower-case hex.
    .EXAMPLE
    Invoke-MfaUpgradeStep -RunFolder $env:MFA_UPGRADE_RUN -RequestHash $env:MFA_UPGRADE_REQUEST -InformationAction Continue
    Runs the request and gives 0, 1, 2 or 3.
    #>
    [CmdletBinding()]
    [OutputType([int])]
    param(
        [Parameter(Mandatory)] [AllowEmptyString()] [string]$RunFolder,
        [Parameter(Mandatory)] [AllowEmptyString()] [string]$RequestHash
    )
    $startedAt = Get-MfaStepTime
    try {
        $run = Read-MfaStepRequest -RunFolder $RunFolder
        Show-MfaStepCommand -Request $run.Request
        $isOut = Test-MfaStepBundleOut -Run $run
        # Only the wait goes on: a refusal must not become the result of what somebody may have run on the host by now.
        if ($isOut) { Assert-MfaStepRequest -Run $run -RequestHash $RequestHash }
        New-MfaStepMark -RunFolder $RunFolder -Again:$isOut
    }
    catch {
        $refusal = ConvertTo-MfaStepFinding -ErrorRecord $_ -ComputerName (Get-MfaStepComputer)
        Write-Information -MessageData ('Refused, nothing was changed. {0} {1}' -f $refusal.Message, $refusal.Remedy)
        return 2
    }
    if ($isOut) { return Wait-MfaStepBundle -Run $run }
    $outcome = Invoke-MfaStepRequest -Run $run -RequestHash $RequestHash
    if ($null -eq $outcome) { return Wait-MfaStepBundle -Run $run }
    Write-MfaStepResult -RunFolder $RunFolder -Text (New-MfaStepResult -Run $run -Outcome $outcome -StartedAt $startedAt)
    Write-Information -MessageData (Get-MfaStepEnding -Request $run.Request -Outcome $outcome)
    Get-MfaStepExitCode -Outcome $outcome
}
