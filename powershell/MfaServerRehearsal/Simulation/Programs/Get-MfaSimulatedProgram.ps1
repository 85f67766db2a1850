# The function that does what a program would do, by the program's file name; nothing for a program without a simulation.
function Get-MfaSimulatedProgram {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$FilePath)
    switch -Wildcard ([System.IO.Path]::GetFileName($FilePath)) {
        'MultiFactorAuthenticationServerSetup*.exe' { return 'Invoke-MfaSimulatedServerSetup' }
        'msiexec.exe' { return 'Invoke-MfaSimulatedMsiexec' }
        'vc_redist.x*.exe' { return 'Invoke-MfaSimulatedVisualCpp' }
    }
}

# The product that Windows Installer is to install or to take away; nothing for any other program, or what is no package.
function Get-MfaStartedProduct {
    [CmdletBinding()]
    [OutputType([string])]
    param([AllowNull()] [AllowEmptyCollection()] [string[]]$ArgumentList)
    $words = @(Read-MfaSimulatedArgument -ArgumentList $ArgumentList)
    $adapter = (Get-MfaSimulatedProductEntry -Product 'AdfsAdapter' -Version '8.0' -Folder 'any').Key.Split('\')[-1]
    if ((Get-MfaSimulatedValue -Word $words -Switch '/x') -eq $adapter) { return 'AdfsAdapter' }
    $package = Get-MfaSimulatedValue -Word $words -Switch '/i'
    if ($package -and [System.IO.File]::Exists($package) -and (Read-MfaFixtureLine -LiteralPath $package) -match 'product=(\w+) ') { $Matches[1] }
}

# The exit code that a rehearsal has planned for a program on this host, once; nothing where none is planned.
function Get-MfaPlannedExitCode {
    [CmdletBinding()]
    [OutputType([int])]
    param([Parameter(Mandatory)] [string]$Program)
    $farm = Read-MfaStandInFarm
    $planned = @($farm.faults) | Where-Object -FilterScript { $_.host -eq (Get-MfaStandInHostName) -and $_.program -eq $Program } | Select-Object -First 1
    if ($null -eq $planned) { return }
    $farm.faults = @(@($farm.faults) | Where-Object -FilterScript { $_ -ne $planned })
    Write-MfaStandInFarm -Farm $farm
    [int]$planned.exitCode
}
