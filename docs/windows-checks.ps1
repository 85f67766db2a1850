<#
.SYNOPSIS
Proves on a real Windows what the tests elsewhere can only assume. It reads; it writes nothing but the report that is named.
.DESCRIPTION
Start it as administrator in Windows PowerShell 5.1 and again in PowerShell 7: on an MFA server, on a web host, on a node of
AD FS, on a node of Windows NLB. What a host does not carry is said to be absent.
    powershell.exe -NoProfile -ExecutionPolicy RemoteSigned -File docs\windows-checks.ps1 -Report C:\Temp\checks.json
It prints one line for each assumption. The report holds no names, paths, accounts or values of this host: only whether each
assumption holds, the names of Windows cmdlets and parameters that differ, and versions of Windows and PowerShell.
.PARAMETER Report
File that the report is written into, as JSON; a file that is there is replaced. Without it nothing is written.
.PARAMETER Installers
Folder with the setup of MFA Server, its MSIs and vc_redist, whose signatures and versions are looked at. None is started.
.EXAMPLE
powershell.exe -NoProfile -ExecutionPolicy RemoteSigned -File docs\windows-checks.ps1 -Report C:\Temp\checks.json -Installers D:\Setup
#>
[CmdletBinding()]
param(
    [ValidateNotNullOrEmpty()] [string]$Report,
    [ValidateNotNullOrEmpty()] [string]$Installers
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$modules = Join-Path -Path (Split-Path -Path $PSScriptRoot -Parent) -ChildPath 'powershell'
$manifest = Join-Path -Path $modules -ChildPath 'MfaServerUpgrade\MfaServerUpgrade.psd1'
$module = Import-Module -Name $manifest -PassThru
if (-not (& $module { Test-MfaWindows })) {
    Write-Output 'These checks prove assumptions about Windows, and this is another system. Run them on a Windows host.'
    exit 2
}
$documented = (ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText((Join-Path -Path $modules -ChildPath 'commands.json')))).commands

# The parameters of a Windows cmdlet that are documented, or only those that our sources use, and that it does not have here.
function Get-MissingParameter {
    param([string]$Name, [string[]]$Parameter)
    $command = Get-Command -Name $Name -CommandType Cmdlet, Function -ErrorAction SilentlyContinue | Select-Object -First 1
    if ($null -eq $command) { return $Name }
    foreach ($one in $Parameter) { if (-not $command.Parameters.ContainsKey($one)) { '{0} -{1}' -f $Name, $one } }
}

# What our sources call of Windows: a command's name, and the parameters that stand beside it anywhere.
function Get-UsedParameter {
    $used = @{}
    foreach ($file in Get-ChildItem -LiteralPath (Join-Path -Path $modules -ChildPath 'MfaServerUpgrade'), (Join-Path -Path $modules -ChildPath 'MfaUpgradeStep') -Recurse -File) {
        if ($file.Extension -ne '.ps1') { continue }
        $tree = [System.Management.Automation.Language.Parser]::ParseFile($file.FullName, [ref]$null, [ref]$null)
        foreach ($call in $tree.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)) {
            $name = $call.GetCommandName()
            if (-not $name -or $null -eq $documented.PSObject.Properties[$name]) { continue }
            $words = @($call.CommandElements | Where-Object -FilterScript { $_ -is [System.Management.Automation.Language.CommandParameterAst] })
            $used[$name] = @($used[$name]) + @($words | ForEach-Object -Process { $_.ParameterName }) | Where-Object -FilterScript { $_ } | Sort-Object -Unique
        }
    }
    $used
}

# Whether all that is documented of a Windows module is here; a text where the module is not.
function Test-DocumentedModule {
    param([string]$Name)
    $commands = @($documented.PSObject.Properties | Where-Object -FilterScript { $_.Value.module -eq $Name })
    if ($commands.Count -eq 0) { return 'nothing of this module is used yet' }
    if ($null -eq (Get-Module -Name $Name -ListAvailable) -and $null -eq (Get-Command -Name $commands[0].Name -ErrorAction SilentlyContinue)) { return 'this module is not on this host' }
    $missing = @($commands | ForEach-Object -Process { Get-MissingParameter -Name $_.Name -Parameter @($_.Value.parameters.PSObject.Properties | ForEach-Object -Process { $_.Name }) })
    if ($missing.Count -gt 0) { 'differs: {0}' -f ($missing -join ', ') } else { $true }
}

# This host's nodes in its clusters of Windows NLB; none where it is in no cluster.
function Get-OwnNode {
    if ($null -eq (Get-Command -Name 'Get-NlbClusterNode' -ErrorAction SilentlyContinue)) { return }
    try { & $module { Get-MfaNlbNode } }
    catch { if ($_.FullyQualifiedErrorId -notlike 'NlbNodeNotFound*') { throw } }
}

# What each assumption is, and how it is seen. True = holds, false = does not, text = does not apply here, or what differs.
$assumptions = [ordered]@{
    'The module loads and exports what its manifest names'                 = {
        $named = (Import-PowerShellDataFile -LiteralPath $manifest).FunctionsToExport
        @(Compare-Object -ReferenceObject $named -DifferenceObject @($module.ExportedFunctions.Keys)).Count -eq 0
    }
    'Scripts run here: the execution policy lets ours in'                  = { [string](Get-ExecutionPolicy) -in 'RemoteSigned', 'Unrestricted', 'Bypass' }
    'The language mode is full'                                            = { [string]$ExecutionContext.SessionState.LanguageMode -eq 'FullLanguage' }
    'This is a process of 64 bit'                                          = { [System.Environment]::Is64BitProcess }
    'Remoting answers on this host'                                        = {
        $service = & $module { Get-MfaService -Name 'WinRM' }
        if ($null -eq $service -or [string]$service.Status -ne 'Running') { 'WinRM does not run here: steps for this host run on it' } else { $null -ne (Test-WSMan) }
    }
    'Every Windows cmdlet has the parameters that our sources use'         = {
        $used = Get-UsedParameter
        # Their modules are looked at below, where they are.
        $core = @($used.Keys | Sort-Object | Where-Object -FilterScript { $documented.$_.module -match '^(Microsoft\.PowerShell\.|CimCmdlets)' })
        $missing = @($core | ForEach-Object -Process { Get-MissingParameter -Name $_ -Parameter $used[$_] })
        if ($core.Count -lt 20) { $false } elseif ($missing.Count -gt 0) { 'differs: {0}' -f ($missing -join ', ') } else { $true }
    }
    'AD FS has its cmdlets with every documented parameter'                = { Test-DocumentedModule -Name 'ADFS' }
    'IIS has its cmdlets with every documented parameter'                  = { Test-DocumentedModule -Name 'WebAdministration' }
    'Windows NLB has its cmdlets with every documented parameter'          = { Test-DocumentedModule -Name 'NetworkLoadBalancingClusters' }
    'Get-ComputerInfo answers with the three properties that are asked'    = {
        $seen = Get-ComputerInfo -Property 'CsDNSHostName', 'CsDomain', 'CsPartOfDomain'
        $null -ne $seen.CsDNSHostName -and $null -ne $seen.CsPartOfDomain
    }
    'This computer knows itself by its own name'                           = { & $module { Test-MfaComputerName -ComputerName $env:COMPUTERNAME } }
    'Another name is another computer'                                     = { -not (& $module { Test-MfaComputerName -ComputerName ($env:COMPUTERNAME + 'x') }) }
    'A missing registry key, and a missing value, read as nothing'         = {
        $values = & $module { @((Get-MfaRegistryValue -Key 'HKLM:\SOFTWARE\FIXTURE_absent' -Name 'a'), (Get-MfaRegistryValue -Key 'HKLM:\SOFTWARE\Microsoft' -Name 'FIXTURE_absent')) }
        @($values | Where-Object -FilterScript { $null -ne $_ }).Count -eq 0
    }
    'Both views of the registry are seen: they list different products'    = {
        $views = foreach ($root in 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall', 'HKLM:\SOFTWARE\Wow6432Node\Microsoft\Windows\CurrentVersion\Uninstall') {
            @(& $module { param($key) Get-MfaSubkeyName -Key $key } $root) -join "`n"
        }
        if (-not $views[0] -or -not $views[1]) { 'one of the two lists is empty' } else { $views[0] -ne $views[1] }
    }
    'A missing service reads as nothing'                                   = { $null -eq (& $module { Get-MfaService -Name 'FIXTURE_absent' }) }
    'A service has a state and a start type'                               = {
        $service = Get-Service | Select-Object -First 1
        "$($service.Status)" -and "$($service.StartType)"
    }
    '.NET Framework names its Release'                                     = { (& $module { Get-MfaRegistryValue -Key 'HKLM:\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full' -Name 'Release' }) -gt 0 }
    'Visual C++ runtimes are found where they are installed'               = {
        $state = & $module { Get-MfaVisualCppState }
        if (-not $state.x86 -and -not $state.x64) { 'none found: look by hand whether one is installed' } else { $true }
    }
    'Whether a restart waits, and whether Windows Installer works, is told' = { & $module { (Test-MfaRestartPending) -is [bool] -and (Test-MfaWindowsInstallerBusy) -is [bool] } }
    'Windows Installer lies where it is started from, signed by Microsoft' = {
        $program = Join-Path -Path $env:SystemRoot -ChildPath 'System32\msiexec.exe'
        & $module { param($path) Test-MfaMicrosoftSignature -LiteralPath $path } $program
    }
    'Free space is read for a folder that is not there yet'                = { (& $module { Get-MfaFreeByte -LiteralPath (Join-Path -Path $env:ProgramData -ChildPath 'FIXTURE_absent\a') }) -gt 0 }
    'Local paths pass, shares and devices do not'                          = {
        & $module {
            $no = '\\server\share', '\\?\C:\a', '\\.\C:', 'C:a', 'C:\a\..\b', 'C:\a:b', 'C:\con', '/a'
            (Test-MfaLocalPath -LiteralPath 'C:\MFA Backup\a') -and @($no | Where-Object -FilterScript { Test-MfaLocalPath -LiteralPath $_ }).Count -eq 0
        }
    }
    'The install path of MFA Server is in the registry and ends as said'   = {
        $path = & $module { Get-MfaRegistryValue -Key 'HKLM:\SOFTWARE\Wow6432Node\Positive Networks\PhoneFactor' -Name 'InstallPath' }
        if ($null -eq $path) { 'no MFA Server here' } else { "$path".EndsWith('\') }
    }
    'The service of MFA Server names a program that carries a version'     = {
        $binary = & $module { Get-MfaServerBinary }
        if (-not $binary) { 'no MFA Server here' } else { [bool](& $module { param($path) Get-MfaFileVersion -LiteralPath $path } $binary) }
    }
    'That program lies in the install path'                                = {
        $state = & $module { Get-MfaServerState }
        if (-not $state.Binary -or -not $state.InstallPath) { 'no MFA Server here' } else { & $module { param($path, $folder) Test-MfaPathInside -LiteralPath $path -Folder $folder } $state.Binary $state.InstallPath }
    }
    'The services of MFA Server are found by the beginning of their name'  = {
        if ($null -eq (& $module { Get-MfaService -Name 'MultiFactorAuth' })) { 'no MFA Server here' } else { @((& $module { Get-MfaServerState }).Services).Count -gt 0 }
    }
    'The data file is where it is said to be, and not empty'               = {
        if ($null -eq (& $module { Get-MfaService -Name 'MultiFactorAuth' })) { 'no MFA Server here' } else { [bool](& $module { Get-MfaDataFolder }).DataFile }
    }
    'Each component is listed once under Programs and Features'            = {
        $products = @(& $module { Get-MfaInstalledProduct })
        if ($products.Count -eq 0) { 'no product of MFA Server here' } else { @($products | Group-Object -Property Component | Where-Object -Property Count -GT -Value 1).Count -eq 0 }
    }
    'The components listed there are products of Windows Installer'        = {
        $products = @(& $module { Get-MfaInstalledProduct } | Where-Object -Property Component -NE -Value 'mfaServer')
        if ($products.Count -eq 0) { 'no component of MFA Server here' } else { @($products | Where-Object -Property Code -NotMatch -Value '^\{[0-9A-Fa-f-]{36}\}$').Count -eq 0 }
    }
    'The version listed there is that of the program'                      = {
        $state = & $module { Get-MfaServerState }
        $listed = @($state.Products | Where-Object -Property Component -EQ -Value 'mfaServer')
        if (-not $state.Version -or $listed.Count -eq 0) { 'no MFA Server here' } else { & $module { param($one, $other) Test-MfaSameVersion -Version $one -As $other } $listed[0].Version $state.Version }
    }
    'IIS tells site, path, pool and folder of an application'              = {
        if ($null -eq (& $module { Get-MfaService -Name 'W3SVC' })) { return 'no IIS here' }
        $application = Get-Website | ForEach-Object -Process { Get-WebApplication -Site $_.name } | Select-Object -First 1
        if ($null -eq $application) { return 'IIS has no application here' }
        @('path', 'applicationPool', 'PhysicalPath' | Where-Object -FilterScript { -not "$($application.$_)" }).Count -eq 0
    }
    'Windows tells which role services IIS has'                            = {
        if ($null -eq (& $module { Get-MfaService -Name 'W3SVC' })) { return 'no IIS here' }
        if ($null -eq (Get-Command -Name 'Get-WindowsFeature' -ErrorAction SilentlyContinue)) { return 'Windows for clients has no such command' }
        @(Get-WindowsFeature -Name 'Web-Static-Content', 'Web-Http-Errors', 'Web-Asp-Net45', 'Web-Metabase', 'Web-Basic-Auth' | Where-Object -FilterScript { $_.Installed -is [bool] }).Count -eq 5
    }
    'The web components are found by what their folders hold'              = {
        if ($null -eq (& $module { Get-MfaService -Name 'W3SVC' })) { 'no IIS here' }
        elseif (@(& $module { Get-MfaWebApplicationOfHost }).Count -eq 0) { 'no web component here' } else { $true }
    }
    'The pool of each web component has the runtime v2.0 or v4.0'          = {
        $found = @(& $module { Get-MfaWebApplicationOfHost })
        if ($found.Count -eq 0) { 'no web component here' }
        else { @($found | Where-Object -FilterScript { (& $module { param($pool) Get-MfaPoolRuntime -Name $pool } $_.Pool) -notin 'v2.0', 'v4.0' }).Count -eq 0 }
    }
    'A program file in bin of each web component carries a version'        = {
        $found = @(& $module { Get-MfaWebApplicationOfHost })
        if ($found.Count -eq 0) { 'no web component here' }
        else { @($found | Where-Object -FilterScript { @(& $module { param($path) Get-MfaProgramVersion -LiteralPath (Join-Path -Path $path -ChildPath 'bin') } $_.PhysicalPath).Count -eq 0 }).Count -eq 0 }
    }
    'The web.config of each portal and mobile app names the SDK'           = {
        $found = @(& $module { Get-MfaWebApplicationOfHost } | Where-Object -Property Component -NE -Value 'webServiceSdk')
        if ($found.Count -eq 0) { 'no portal and no mobile app here' }
        else { @($found | Where-Object -FilterScript { -not (& $module { param($folder) Get-MfaWebSdkSetting -LiteralPath (Join-Path -Path $folder -ChildPath 'web.config') } $_.PhysicalPath).Address }).Count -eq 0 }
    }
    'AD FS tells where its configuration is kept'                          = {
        if ($null -eq (& $module { Get-MfaService -Name 'adfssrv' })) { return 'no AD FS here' }
        [bool](Get-CimInstance -Namespace 'root\ADFS' -ClassName 'SecurityTokenService').ConfigurationDatabaseConnectionString
    }
    'AD FS tells the role of this node'                                    = {
        if ($null -eq (& $module { Get-MfaService -Name 'adfssrv' })) { return 'no AD FS here' }
        [string](Get-AdfsSyncProperties).Role -in 'PrimaryComputer', 'SecondaryComputer'
    }
    'The policy of AD FS lists its additional providers'                   = {
        if ($null -eq (& $module { Get-MfaService -Name 'adfssrv' })) { return 'no AD FS here' }
        $null -ne (Get-AdfsGlobalAuthenticationPolicy).PSObject.Properties['AdditionalAuthenticationProvider']
    }
    'Each provider of AD FS has a name'                                    = {
        if ($null -eq (& $module { Get-MfaService -Name 'adfssrv' })) { return 'no AD FS here' }
        @(Get-AdfsAuthenticationProvider | Where-Object -FilterScript { -not "$($_.Name)" }).Count -eq 0
    }
    'The rules of relying parties are where they are read'                 = {
        if ($null -eq (& $module { Get-MfaService -Name 'adfssrv' })) { return 'no AD FS here' }
        $trust = Get-AdfsRelyingPartyTrust | Select-Object -First 1
        if ($null -eq $trust) { 'AD FS has no relying party' } else { $null -ne $trust.PSObject.Properties['AdditionalAuthenticationRules'] }
    }
    'AD FS says in its log that it has started'                            = {
        if ($null -eq (& $module { Get-MfaService -Name 'adfssrv' })) { return 'no AD FS here' }
        $null -ne (Get-WinEvent -FilterHashtable @{ LogName = 'AD FS/Admin'; Id = 100 } -MaxEvents 1)
    }
    'The probe of AD FS answers'                                           = {
        if ($null -eq (& $module { Get-MfaService -Name 'adfssrv' })) { return 'no AD FS here' }
        [int](Invoke-WebRequest -Uri 'http://localhost/adfs/probe' -UseBasicParsing -TimeoutSec 15).StatusCode -eq 200
    }
    'A node of Windows NLB tells its name, interface and state'            = {
        $nodes = @(Get-OwnNode)
        if ($nodes.Count -eq 0) { 'no node of Windows NLB here' } else { @('Name', 'Interface', 'State' | Where-Object -FilterScript { -not "$($nodes[0].$_)" }).Count -eq 0 }
    }
    'A node of Windows NLB tells what it does after a restart'             = {
        $nodes = @(Get-OwnNode)
        if ($nodes.Count -eq 0) { 'no node of Windows NLB here' } else { @('InitialHostState', 'RetainSuspended' | Where-Object -FilterScript { $null -eq $nodes[0].PSObject.Properties[$_] }).Count -eq 0 }
    }
    'The installers are signed by Microsoft'                               = {
        $files = @(if ($Installers) { Get-ChildItem -LiteralPath $Installers -Recurse -File | Where-Object -Property Extension -In -Value '.exe', '.msi' })
        if ($files.Count -eq 0) { 'no folder of installers was named' }
        else { @($files | Where-Object -FilterScript { -not (& $module { param($path) Test-MfaMicrosoftSignature -LiteralPath $path } $_.FullName) }).Count -eq 0 }
    }
    'The setup and vc_redist carry a version'                              = {
        $files = @(if ($Installers) { Get-ChildItem -LiteralPath $Installers -Recurse -File | Where-Object -Property Extension -EQ -Value '.exe' })
        if ($files.Count -eq 0) { 'no folder of installers was named' }
        else { @($files | Where-Object -FilterScript { -not (& $module { param($path) Get-MfaFileVersion -LiteralPath $path } $_.FullName) }).Count -eq 0 }
    }
    'Dates in JSON stay text'                                              = {
        $step = Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaUpgradeStep\MfaUpgradeStep.psd1') -PassThru
        (& $step { ConvertFrom-MfaStepJson -Text '{"a":"2024-01-01T00:00:00Z"}' }).a -is [string]
    }
    'The script of a bundle is read without an error'                      = {
        $step = Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaUpgradeStep\MfaUpgradeStep.psd1') -PassThru
        $text = & $step { param($module) Get-MfaStepBundleText -Module $module -Run ([pscustomobject]@{ Request = [pscustomobject]@{ mode = 'production' }; Bytes = [byte[]](1, 2); Hash = '00' }) } $module
        $tokens = $null; $errors = $null
        [void][System.Management.Automation.Language.Parser]::ParseInput($text, [ref]$tokens, [ref]$errors)
        @($errors).Count -eq 0
    }
    'A list in JSON stays a list, also an empty one and one of one'        = {
        $step = Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaUpgradeStep\MfaUpgradeStep.psd1') -PassThru
        $read = & $step { ConvertFrom-MfaStepJson -Text '{"a":[],"b":[1]}' }
        $read.a -is [array] -and $read.b -is [array]
    }
    'Remote Desktop lies where it is looked for'                           = { [System.IO.File]::Exists((Join-Path -Path $env:SystemRoot -ChildPath 'System32\mstsc.exe')) }
}

$lines = foreach ($name in $assumptions.Keys) {
    try {
        $answer = & $assumptions[$name] | Select-Object -Last 1
        $holds = if ($answer -is [string]) { $answer } else { [bool]$answer }
    }
    catch {
        # The text of an error may name paths and accounts; its kind does not.
        $holds = 'could not look: {0}' -f $_.Exception.GetBaseException().GetType().Name
    }
    Write-Information -MessageData ('{0}: {1}' -f $name, $holds) -InformationAction Continue
    [ordered]@{ assumption = $name; holds = $holds }
}
$wrong = @($lines | Where-Object -FilterScript { $_.holds -eq $false -or "$($_.holds)" -match '^(could not look|differs)' }).Count
Write-Output ('{0} of {1} assumptions hold or do not apply.' -f ($lines.Count - $wrong), $lines.Count)
if ($Report) {
    $summary = [ordered]@{ powershell = [string]$PSVersionTable.PSVersion; windows = [string][System.Environment]::OSVersion.Version; assumptions = @($lines) }
    [System.IO.File]::WriteAllText($Report, (ConvertTo-Json -InputObject $summary -Depth 4), (New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false))
    Write-Output ('The report is {0}' -f $Report)
}
exit [int]($wrong -gt 0)
