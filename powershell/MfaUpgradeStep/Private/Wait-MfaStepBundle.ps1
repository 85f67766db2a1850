# Says what to carry where, and waits until the result of the bundle is back, or a code of it was typed. Ctrl+C leaves the
# wait and nothing else: the bundle stays good. Gives the exit code.
function Wait-MfaStepBundle {
    [CmdletBinding()]
    [OutputType([int])]
    param([Parameter(Mandatory)] [pscustomobject]$Run)
    $folder = Get-MfaStepBundleFolder -RunFolder $Run.Folder
    $back = Join-Path -Path $folder -ChildPath 'result.json'
    $result = Join-Path -Path $Run.Folder -ChildPath 'result.json'
    Show-MfaStepBundle -Request $Run.Request -Folder $folder
    $said = ''
    while (-not (Test-Path -LiteralPath $result -PathType Leaf)) {
        if (Test-Path -LiteralPath $back -PathType Leaf) {
            $read = Read-MfaStepBundleResult -Run $Run -LiteralPath $back
            if ($null -eq $read.Objection) { Write-MfaStepResult -RunFolder $Run.Folder -Text $read.Text; break }
            if ($read.Objection -cne $said) { Write-Information -MessageData $read.Objection }
            $said = $read.Objection
        }
        Start-Sleep -Seconds 2
    }
    $outcome = ConvertFrom-MfaStepResult -Result (ConvertFrom-MfaStepJson -Text ([System.IO.File]::ReadAllText($result)))
    Write-Information -MessageData (Get-MfaStepEnding -Request $Run.Request -Outcome $outcome)
    Get-MfaStepExitCode -Outcome $outcome
}

function Show-MfaStepBundle {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Request,
        [Parameter(Mandatory)] [string]$Folder
    )
    $name = ConvertTo-MfaVisibleText -Text $Request.host.name
    Write-Information -MessageData ('Nobody reaches {0} from here, so the step is carried there. This folder has all that it needs:' -f $name)
    Write-Information -MessageData ('  {0}' -f $Folder)
    Write-Information -MessageData ('Copy it to {0} and do what README.txt in it says. Then copy result.json from there back into it.' -f $name)
    if (Test-MfaStepCollects -Request $Request) { return Write-Information -MessageData 'This waits for it. Ctrl+C leaves the wait; then compare again.' }
    Write-Information -MessageData 'Or use Mark as Done and type the code that the script shows at its end.'
    Write-Information -MessageData 'This waits for it. Ctrl+C leaves the wait, and Find Out goes on with it.'
}

# What came back, and why it is not taken: cut short, of another run, from another computer. A copy may still be under way.
function Read-MfaStepBundleResult {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Run,
        [Parameter(Mandatory)] [string]$LiteralPath
    )
    $text = $null
    try {
        if ((New-Object -TypeName System.IO.FileInfo -ArgumentList $LiteralPath).Length -gt 48MB) { throw 'It is larger than 48 MB.' }
        $text = [System.IO.File]::ReadAllText($LiteralPath)
        $result = ConvertFrom-MfaStepJson -Text $text
        Assert-MfaStepResultShape -Result $result
        $message = Get-MfaStepResultDifference -Run $Run -Result $result
    }
    catch {
        $message = @{ Code = 'BundleResultUnreadable'; Value = $_.Exception.GetBaseException().Message }
    }
    $objection = if ($null -ne $message) {
        $said = Get-MfaMessage @message
        '{0} {1} [{2}]' -f $said.Message, $said.Remedy, $message.Code
    }
    [pscustomobject]@{ Text = $text; Objection = $objection }
}

# The message of what keeps a result from being the one that is waited for; nothing where it is.
function Get-MfaStepResultDifference {
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Run,
        [Parameter(Mandatory)] [pscustomobject]$Result
    )
    $request = $Run.Request
    $isOurs = $Result.run -ceq $request.run -and $Result.requestHash -ceq $Run.Hash -and $Result.step -ceq $request.step -and $Result.mode -ceq $request.mode -and $Result.whatIf -eq $request.whatIf
    if (-not $isOurs) { return @{ Code = 'BundleResultOther' } }
    # The name that Windows keeps for a computer has 15 characters at most.
    $label = $request.host.name.Split('.')[0]
    $isThere = $Result.computer -eq $label -or $Result.computer -eq $label.Substring(0, [Math]::Min(15, $label.Length))
    if (-not $isThere) { @{ Code = 'BundleResultElsewhere'; Value = $Result.computer, $request.host.name } }
}

function Assert-MfaStepResultShape {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [AllowNull()] [object]$Result)
    $expected = [ordered]@{
        run = [string]; step = [string]; requestHash = [string]; mode = [string]; whatIf = [bool]; outcome = [string]
        restartNeeded = [bool]; computer = [string]; evidence = [pscustomobject]; findings = [array]; endedAt = [string]; powershell = [string]
    }
    foreach ($name in $expected.Keys) { Assert-MfaStepMember -Object $Result -Name $name -Type $expected[$name] }
    $verified = $Result.PSObject.Properties['verified']
    $isTold = $null -ne $verified -and ($null -eq $verified.Value -or $verified.Value -is [bool])
    if (-not $isTold -or $Result.outcome -notin 'done', 'failed', 'refused', 'unknown') { throw 'It does not say how the step ended.' }
}

function ConvertFrom-MfaStepResult {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Result)
    $evidence = Select-MfaStepEvidence -Value $Result.evidence
    New-MfaStepOutcome -Name $Result.outcome -Verified $Result.verified -Evidence $evidence -RestartNeeded $Result.restartNeeded -Finding @($Result.findings)
}
