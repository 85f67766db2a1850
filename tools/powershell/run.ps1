<#
.SYNOPSIS
Runs every Pester test of a folder in this process and judges the outcome itself.
.DESCRIPTION
Pester ends with 0 for an empty Describe, for skipped tests only, for coverage under its target, and for a failing run
whose exit code nobody asked for. So nothing is taken from its exit code: the result object is looked at.
.EXAMPLE
pwsh -NoProfile -File tools/powershell/run.ps1 -Pester Pester.psd1 -Tests test/powershell -Sources powershell
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string]$Pester,
    [Parameter(Mandatory)] [string]$Tests,
    [string]$Sources,
    [int]$CoverageTarget = 85
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

# Tests that may be skipped, by their full name. None today.
$maySkip = @()

function New-RunConfiguration {
    $configuration = New-PesterConfiguration
    $configuration.Run.Path = $Tests
    $configuration.Run.PassThru = $true
    $configuration.Output.Verbosity = 'Normal'
    $configuration.Output.CIFormat = 'None'
    $configuration.Output.RenderMode = 'Plaintext'
    if ($Sources) {
        $configuration.CodeCoverage.Enabled = $true
        $configuration.CodeCoverage.UseBreakpoints = $false
        $configuration.CodeCoverage.CoveragePercentTarget = $CoverageTarget
        $configuration.CodeCoverage.Path = @(Get-ChildItem -LiteralPath $Sources -Recurse -File | Where-Object -Property Extension -In -Value '.ps1', '.psm1').FullName
        $configuration.CodeCoverage.OutputPath = Join-Path -Path ([System.IO.Path]::GetTempPath()) -ChildPath "coverage-$PID.xml"
    }
    $configuration
}

# What makes a green run red, each in a sentence.
function Get-RunObjection {
    param([object]$Run)
    if ($Run.TotalCount -eq 0) { 'No test was found.' }
    if ($Run.FailedContainersCount -gt 0) { '{0} test files could not be read.' -f $Run.FailedContainersCount }
    if ($Run.FailedBlocksCount -gt 0) { '{0} groups failed outside their tests.' -f $Run.FailedBlocksCount }
    if ($Run.InconclusiveCount -gt 0) { '{0} tests came to no conclusion.' -f $Run.InconclusiveCount }
    if ($Run.NotRunCount -gt 0) { '{0} tests were not run.' -f $Run.NotRunCount }
    foreach ($test in $Run.Skipped | Where-Object -FilterScript { $maySkip -notcontains $_.ExpandedPath }) { 'Skipped without being on the list: {0}' -f $test.ExpandedPath }
    if ($Run.Result -ne 'Passed' -and $Run.FailedCount -eq 0) { 'Pester says {0}.' -f $Run.Result }
    if ($Sources -and $Run.CodeCoverage.CoveragePercent -lt $CoverageTarget) {
        'Coverage is {0:N1} %, and {1} % are wanted.' -f $Run.CodeCoverage.CoveragePercent, $CoverageTarget
        $Run.CodeCoverage.CommandsMissed | Group-Object -Property File | Sort-Object -Property Count -Descending | ForEach-Object -Process { '  {0} lines missed in {1}' -f $_.Count, $_.Name }
    }
}

Import-Module -Name $Pester
$run = Invoke-Pester -Configuration (New-RunConfiguration)
foreach ($test in $run.Failed) { Write-Output ('FAILED {0}: {1}' -f $test.ExpandedPath, ($test.ErrorRecord.Exception.Message -join ' | ')) }
$objections = @(Get-RunObjection -Run $run)
$objections | Write-Output
if ($Sources) { Write-Output ('Coverage: {0:N1} % of {1} commands.' -f $run.CodeCoverage.CoveragePercent, $run.CodeCoverage.CommandsAnalyzedCount) }
$failed = $run.FailedCount + [int]($objections.Count -gt 0 -and $run.FailedCount -eq 0)
$skipped = if ($run.SkippedCount -gt 0) { ', {0} skipped' -f $run.SkippedCount } else { '' }
Write-Output ('{0} passed, {1} failed{2}' -f $run.PassedCount, $failed, $skipped)
exit [int]($failed -gt 0)
