# Builders for the tests of AD FS: a farm with WID and one with SQL, and what a person would do by hand.
$old = 'WindowsAzureMultiFactorAuthentication'
$new = 'AzureMfaServerAuthentication'

function New-TestAdfs {
    param([string]$Below)
    $upgrade = New-TestUpgrade -Below $Below
    Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaServerRehearsal/MfaServerRehearsal.psd1') -Force -Global
    $farm = New-TestFarm
    $node = { "$_.contoso.example" }
    $farm.loadBalancers = @()
    $farm.adfsFarms = @(
        [pscustomobject]@{ name = 'EMEA'; configurationDatabase = 'wid'; nodes = @('fs01', 'fs02', 'fs03' | ForEach-Object -Process $node); primary = 'fs01.contoso.example'; registeredProvider = $old; proxies = @('wap01.contoso.example') }
        [pscustomobject]@{ name = 'AMER'; configurationDatabase = 'sql'; nodes = @('fs11', 'fs12' | ForEach-Object -Process $node); registeredProvider = $old }
    )
    New-MfaRehearsalFarm -Farm $farm -Destination $upgrade.Hosts
    $upgrade
}

# Puts the test process on a node. What New-MfaRehearsalFarm would lay is there already.
function Enter-TestAdfs {
    param([string]$Name)
    $module = Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaServerUpgrade/MfaServerUpgrade.psd1') -Force -PassThru -Global
    Enter-MfaRehearsalHost -Hosts $upgrade.Hosts -Name "$Name.contoso.example" -RunFolder (Join-Path -Path $upgrade.Folder -ChildPath 'runs') -Module $module
}

function Get-Adfs {
    param([int]$Number = 1)
    ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText([System.IO.Path]::Combine($upgrade.Hosts, '.adfs', "$Number.json")))
}

function Get-Violation {
    (ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText([System.IO.Path]::Combine($upgrade.Hosts, '.farm.json')))).violations
}

function Get-TypeName {
    param([string]$Version = '8.0.1.1')
    'pfadfs.AuthenticationAdapter, MultiFactorAuthAdfsAdapter, Version={0}, Culture=neutral, PublicKeyToken=31bf3856ad364e35' -f $Version
}

# Takes the node out of traffic, or puts it back, as a person does in a balancer.
function Move-Traffic {
    param([string]$Name, [switch]$Out)
    [void](Invoke-MfaRehearsalOperator -Hosts $upgrade.Hosts -Step $(if ($Out) { 'take-first-batch-out' } else { 'put-first-batch-back' }) -HostName "$Name.contoso.example" -Minute 0)
}

# Runs the MSI of the adapter on the node that the test is on.
function Install-Adapter {
    param([string]$Version = '8.0.1.1')
    $package = [System.IO.Path]::Combine($env:ProgramData, 'AdfsAdapter.msi')
    [System.IO.File]::WriteAllText($package, "FIXTURE_FILE product=AdfsAdapter version=$Version`n")
    (Start-Process -FilePath 'msiexec.exe' -ArgumentList '/i', "`"$package`"", '/qn' -PassThru).ExitCode | Should -Be 0
}

# All of the swap on the node that registers, but the restart: out, installed, off, unregistered, registered.
function Invoke-Swap {
    param([string]$Registrar)
    Move-Traffic -Name $Registrar -Out
    Install-Adapter
    Set-AdfsGlobalAuthenticationPolicy -AdditionalAuthenticationProvider @()
    Unregister-AdfsAuthenticationProvider -Name $old -Confirm:$false 3>$null
    Register-AdfsAuthenticationProvider -Name $new -TypeName (Get-TypeName) 3>$null
}
