# Runs Windows Installer quietly with a log and says whether a restart is needed. An end that is no success is an error, in
# words (MSIEXEC, MSIERR).
function Invoke-MfaMsi {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidateSet('/i', '/x')] [string]$Act,
        [Parameter(Mandatory)] [string]$Package,
        [Parameter(Mandatory)] [string]$Log,
        [string[]]$Property = @()
    )
    $program = Join-Path -Path $env:SystemRoot -ChildPath 'System32\msiexec.exe'
    $words = @($Act, (ConvertTo-MfaArgument -Value $Package), '/qn', '/norestart', '/L*V', (ConvertTo-MfaArgument -Value $Log)) + $Property
    Write-Information -MessageData ('Windows Installer works on {0}. Its log: {1}' -f $Package, $Log)
    $code = Invoke-MfaProgram -LiteralPath $program -ArgumentList $words
    if ($code -notin 0, 3010, 1641) { $PSCmdlet.ThrowTerminatingError((New-MfaMsiError -ExitCode $code -Package $Package -Log $Log)) }
    [pscustomobject]@{ ExitCode = $code; RestartNeeded = $code -ne 0; Log = $Log }
}

# What an exit code of Windows Installer means. Where nothing can have been changed the error is a refusal.
function New-MfaMsiError {
    [CmdletBinding()]
    [OutputType([System.Management.Automation.ErrorRecord])]
    param(
        [Parameter(Mandatory)] [int]$ExitCode,
        [Parameter(Mandatory)] [string]$Package,
        [Parameter(Mandatory)] [string]$Log
    )
    $given = @{ Target = $Package; Category = 'OperationStopped' }
    switch ($ExitCode) {
        1602 { return New-MfaErrorRecord -Code MsiCancelled -Value $Package, $Log @given }
        1603 { return New-MfaErrorRecord -Code MsiFailed -Value $Package, (Get-MfaMsiReason -LiteralPath $Log), $Log @given }
        1605 { return New-MfaErrorRecord -Code MsiNotInstalled -Value $Package -Target $Package -Category InvalidArgument }
        1618 { return New-MfaErrorRecord -Code MsiBusy -Value $Package -Target $Package -Category InvalidArgument }
        1619 { return New-MfaErrorRecord -Code MsiNotOpened -Value $Package -Target $Package -Category InvalidArgument }
        1638 { return New-MfaErrorRecord -Code MsiOtherVersion -Value $Package -Target $Package -Category InvalidArgument }
    }
    New-MfaErrorRecord -Code MsiEndedWith -Value $Package, $ExitCode, $Log @given
}

# The line of the log that names the reason: the last message above the first action that ended with 3. The number alone
# tells nobody anything.
function Get-MfaMsiReason {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    if (-not (Test-Path -LiteralPath $LiteralPath -PathType Leaf)) { return 'the log was not written' }
    # ReadAllLines knows the mark of UTF-16, in which Windows Installer writes.
    $lines = [System.IO.File]::ReadAllLines($LiteralPath)
    $end = [array]::FindIndex($lines, [Predicate[string]] { $args[0] -match 'return value 3' })
    if ($end -lt 1) { return 'the log names no action that failed' }
    $above = @($lines[[Math]::Max(0, $end - 40)..($end - 1)])
    $message = $above | Where-Object -FilterScript { $_ -match '( -- |Error \d{4}|Visual C\+\+)' } | Select-Object -Last 1
    if (-not $message) { $message = $above | Where-Object -FilterScript { $_.Trim() } | Select-Object -Last 1 }
    ([string]$message).Trim()
}
