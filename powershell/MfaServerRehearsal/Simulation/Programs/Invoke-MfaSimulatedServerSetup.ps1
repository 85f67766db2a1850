# The setup of MFA Server on a simulated host. A person clicks through it; how it ends is the exit code.
function Invoke-MfaSimulatedServerSetup {
    [CmdletBinding()]
    [OutputType([int])]
    param(
        [Parameter(Mandatory)] [string]$FilePath,
        [AllowNull()] [AllowEmptyCollection()] [string[]]$ArgumentList
    )
    # community: C7A, about ten minutes
    Add-MfaSimulatedMinute -Minute 10
    # The file can have been copied under another folder, never under another name.
    $planned = Get-MfaPlannedExitCode -Program ([System.IO.Path]::GetFileName($FilePath))
    $version = Get-MfaStandInFileVersion -LiteralPath $FilePath
    # inferred: the setup of MFA Server knows no switches, and what cannot run ends with 1603
    if (-not $version -or @($ArgumentList | Where-Object -FilterScript { $_ }).Count -gt 0) { return 1603 }
    $code = if ($null -ne $planned) { $planned } elseif (Test-MfaSimulatedSetupFit -Version $version) { 0 } else { 1603 }
    if ($code -in 0, 3010, 1641) { Install-MfaSimulatedServer -Version $version }
    if ($code -in 3010, 1641) { Set-MfaSimulatedRestartPending }
    $code
}

# What setup wants to find.
function Test-MfaSimulatedSetupFit {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [string]$Version)
    $registry = Read-MfaStandInFile -Name 'registry.json'
    # documented: SEED-A, .NET 4.5 from 7.0 on
    $framework = $registry.PSObject.Properties['HKLM:\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full']
    $hasFramework = $null -ne $framework -and $framework.Value.Release -ge 378389
    # documented: SEED-B, a PhoneFactor Agent is uninstalled before
    $agent = ConvertTo-MfaSimulatedKey -Key (Get-MfaSimulatedProductEntry -Product 'PhoneFactorAgent' -Version '5.0' -Folder 'any').Key -Bitness (Get-MfaSimulatedBitness)
    $null -eq $registry.PSObject.Properties[$agent] -and ($hasFramework -or (Test-MfaSimulatedClassic -Version $Version))
}

# What setup lays on the host. The Data folder stays, where it converts what an agent left.
function Install-MfaSimulatedServer {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$Version)
    $registry = Read-MfaStandInFile -Name 'registry.json'
    $key = ConvertTo-MfaSimulatedKey -Key 'HKLM:\SOFTWARE\Wow6432Node\Positive Networks\PhoneFactor' -Bitness (Get-MfaSimulatedBitness)
    # documented: SEED-A, the folder comes out of the registry
    $place = if ($null -ne $registry.PSObject.Properties[$key]) { $registry.$key.InstallPath } else { '{files}/C/Program Files/Multi-Factor Authentication Server/' }
    $product = Get-MfaSimulatedProductEntry -Product 'Server' -Version $Version -Folder $place
    $registry | Add-Member -NotePropertyName $key -NotePropertyValue ([pscustomobject]@{ InstallPath = $place }) -Force
    $registry | Add-Member -NotePropertyName (ConvertTo-MfaSimulatedKey -Key $product.Key -Bitness (Get-MfaSimulatedBitness)) -NotePropertyValue $product.Values -Force
    # documented: DEP-23, it brings Visual C++ 2017, x86 and x64
    foreach ($architecture in Get-MfaSimulatedRuntimeArchitecture | Where-Object -FilterScript { -not (Test-MfaSimulatedClassic -Version $Version) -and (Get-MfaSimulatedRuntimeBuild -Registry $registry -Architecture $_) -lt [version]'14.10.25008' }) {
        $registry | Add-Member -NotePropertyName (Get-MfaSimulatedRuntimeKey -Architecture $architecture) -NotePropertyValue ([pscustomobject]@{ Major = 14; Minor = 10; Bld = 25008; Rbld = 0 }) -Force
    }
    Write-MfaStandInFile -Name 'registry.json' -Value $registry
    # community: C7A, installers and scripts in the folder are those of the new version
    Write-MfaSimulatedServerFolder -LiteralPath (Expand-MfaStandInPath -Text $place) -Version $Version
    Add-MfaSimulatedServerService -Place $place
    # community: C7A, the console offers them at its next start
    Write-MfaStandInFile -Name 'console.json' -Value ([pscustomobject]@{ version = $Version; offers = @('webServiceSdk', 'userPortal', 'adfsAdapter') })
}

# The services that setup makes.
function Add-MfaSimulatedServerService {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$Place)
    # community: C7A, the service is taken away and set up again
    $services = @(Read-MfaStandInFile -Name 'services.json' | Where-Object -FilterScript { $_ -and $_.name -ne 'MultiFactorAuth' })
    # documented: WHFB, directory synchronisation is installed stopped
    if (@($services | Where-Object -Property name -EQ -Value 'MultiFactorAuthAdSync').Count -eq 0) { $services += [pscustomobject]@{ name = 'MultiFactorAuthAdSync'; status = 'Stopped'; startType = 'Manual' } }
    $services += [pscustomobject]@{ name = 'MultiFactorAuth'; status = 'Running'; startType = 'Automatic'; path = $Place + 'FIXTURE_MultiFactorAuthSvc.exe' }
    Write-MfaStandInFile -Name 'services.json' -Value $services
}
