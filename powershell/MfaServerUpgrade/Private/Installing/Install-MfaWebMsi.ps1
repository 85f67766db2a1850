# Installs the MSI of a web component under its virtual directory and gives the evidence. Refused where the host lacks what
# the MSI asks for. That it takes directory and site from its command line is inferred from VSWEB; the verification looks.
function Install-MfaWebMsi {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Wanted,
        [Parameter(Mandatory)] [string]$ComputerName,
        [Parameter(Mandatory)] [string]$UpgradeId,
        [Parameter(Mandatory)] [int]$Bitness
    )
    $before = Get-MfaWebInstallation -Wanted $Wanted
    $evidence = [pscustomobject]@{ ComputerName = $ComputerName; Changed = $false; Before = $before; After = $before; Package = $null; ExitCode = $null; Log = $null; RestartNeeded = $false }
    if (@(Get-MfaWebInstallationFinding -Wanted $Wanted -Installation $before -ComputerName $ComputerName).Count -eq 0) {
        Write-Information -MessageData ('Nothing to do: {0} {1} is there.' -f (Get-MfaComponentTitle -Component $Wanted.Component), $Wanted.Version)
        return $evidence
    }
    Assert-MfaVisualCpp -Version $Wanted.Version
    $evidence.Package = Get-MfaComponentPackage -Component $Wanted.Component -UpgradeId $UpgradeId -Bitness $Bitness
    $property = @(Get-MfaWebMsiProperty -Wanted $Wanted)
    if (-not $PSCmdlet.ShouldProcess($ComputerName, "Install $($evidence.Package)")) { return $evidence }
    $ended = Invoke-MfaMsi -Act '/i' -Package $evidence.Package -Log (New-MfaLogPath -UpgradeId $UpgradeId -Program $evidence.Package) -Property $property
    $evidence.ExitCode = $ended.ExitCode
    $evidence.Log = $ended.Log
    $evidence.RestartNeeded = $ended.RestartNeeded
    $evidence.After = Get-MfaWebInstallation -Wanted $Wanted
    $evidence.Changed = $true
    $evidence
}

function Assert-MfaVisualCpp {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$Version)
    if (Test-MfaVersionBelow -Version $Version -Than '7.0') { return }
    foreach ($architecture in Get-MfaVisualCppArchitecture | Where-Object -FilterScript { -not (Test-MfaVisualCppThere -Architecture $_) }) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code VisualCppNeededFirst -Category InvalidArgument -Target $architecture -Value $architecture))
    }
}

# Site and virtual directory as Windows Installer takes them: TARGETSITE names the site by its number (VSWEB).
function Get-MfaWebMsiProperty {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [pscustomobject]$Wanted)
    $site = Get-Website -ErrorAction Stop | Where-Object -Property name -EQ -Value $Wanted.Site | Select-Object -First 1
    if ($null -eq $site) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code WebSiteNotFound -Category InvalidArgument -Target $Wanted.Site -Value $Wanted.Site))
    }
    'TARGETSITE=/LM/W3SVC/{0}' -f $site.id
    'TARGETVDIR={0}' -f (ConvertTo-MfaArgument -Value $Wanted.VirtualDirectory)
}
