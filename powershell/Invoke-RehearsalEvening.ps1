<#
.SYNOPSIS
Plays the steps of a rehearsal in one process: a request a line comes in, an answer a line goes out.
.DESCRIPTION
Requests are JSON: {"farm", "hosts", "faults"} makes the simulated farm, {"run", "requestHash", "hosts"} runs the request of a
run folder exactly as Invoke-UpgradeStep.ps1 does, {"operator": {"step", "target", "minutes", "directory", "site", "besideFunction"}, "hosts"} lets
the simulated operator do what a person does. Each answer is {"exitCode", "before", "after", "said"}: the minutes of the
simulated clock before and after. Everything else that is printed goes to stderr. The end of the input ends the process.
.EXAMPLE
pwsh -NoLogo -NoProfile -NonInteractive -ExecutionPolicy RemoteSigned -File powershell/Invoke-RehearsalEvening.ps1
#>
[CmdletBinding()]
param()
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$global:ProgressPreference = 'SilentlyContinue'

Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath 'MfaUpgradeStep/MfaUpgradeStep.psd1')
Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath 'MfaServerRehearsal/MfaServerRehearsal.psd1')

# The code pages of a console know not every name.
$utf8 = New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false
$requests = New-Object -TypeName System.IO.StreamReader -ArgumentList ([Console]::OpenStandardInput()), $utf8
$answers = New-Object -TypeName System.IO.StreamWriter -ArgumentList ([Console]::OpenStandardOutput()), $utf8
$answers.AutoFlush = $true

function Get-MfaEveningMinute {
    param([string]$Hosts)
    $path = Join-Path -Path $Hosts -ChildPath '.farm.json'
    if (-not [System.IO.File]::Exists($path)) { return 0 }
    [double](ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($path))).minutes
}

# Gives exit code and words; what it prints leaves as text for stderr.
function Invoke-MfaEveningRequest {
    param([pscustomobject]$Request)
    $asked = $Request.PSObject.Properties
    if ($null -ne $asked['farm']) {
        New-MfaRehearsalFarm -Farm $Request.farm -Destination $Request.hosts -Fault @($Request.faults)
        return [pscustomobject]@{ ExitCode = 0; Said = '' }
    }
    if ($null -ne $asked['run']) {
        return [pscustomobject]@{ ExitCode = (Invoke-MfaUpgradeStep -RunFolder $Request.run -RequestHash $Request.requestHash -InformationAction Continue); Said = '' }
    }
    $played = $Request.operator
    $said = Invoke-MfaRehearsalOperator -Hosts $Request.hosts -Step $played.step -HostName $played.target -Minute $played.minutes -Directory $played.directory -Site $played.site -BesideFunction:$played.besideFunction
    [pscustomobject]@{ ExitCode = 0; Said = $said }
}

while ($null -ne ($line = $requests.ReadLine())) {
    $code = 1
    $said = ''
    $before = 0
    $after = 0
    try {
        $request = ConvertFrom-Json -InputObject $line
        $before = Get-MfaEveningMinute -Hosts $request.hosts
        $printed = Invoke-MfaEveningRequest -Request $request 3>&1 4>&1 5>&1 6>&1
        foreach ($each in @($printed)) {
            if ($each -is [pscustomobject] -and $null -ne $each.PSObject.Properties['ExitCode']) { $code = $each.ExitCode; $said = $each.Said }
            else { [Console]::Error.WriteLine("$each") }
        }
        $after = Get-MfaEveningMinute -Hosts $request.hosts
    }
    catch { $said = $_.Exception.Message }
    $answers.WriteLine((ConvertTo-Json -InputObject ([ordered]@{ exitCode = $code; before = $before; after = $after; said = $said }) -Compress))
}
