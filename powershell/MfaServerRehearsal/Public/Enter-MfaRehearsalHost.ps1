function Enter-MfaRehearsalHost {
    <#
    .SYNOPSIS
    Puts this process on a simulated host.
    .DESCRIPTION
    From here on the stand-ins answer instead of Windows, from the folder of that host; the names of the computer are its
    names; and the module writes below the simulated hosts and the run folder only.
    .PARAMETER Hosts
    Folder of the simulated hosts.
    .PARAMETER Name
    Name of the host as the farm file writes it.
    .PARAMETER RunFolder
    Run folder, the other place that may be written to.
    .PARAMETER Module
    The loaded module MfaServerUpgrade.
    .EXAMPLE
    Enter-MfaRehearsalHost -Hosts ./hosts -Name mfa01.contoso.example -RunFolder ./runs/a1 -Module (Get-Module MfaServerUpgrade)
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param(
        [Parameter(Mandatory)] [string]$Hosts,
        [Parameter(Mandatory)] [string]$Name,
        [Parameter(Mandatory)] [string]$RunFolder,
        [Parameter(Mandatory)] [System.Management.Automation.PSModuleInfo]$Module
    )
    $folder = Join-Path -Path $Hosts -ChildPath (ConvertTo-MfaRehearsalName -Name $Name)
    if (-not (Test-Path -LiteralPath $folder -PathType Container)) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RehearsalHostUnknown -Category InvalidArgument -Target $Name -Value $Name))
    }
    Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath '../StandIns/MfaStandIns.psd1') -Global -Force
    Set-MfaStandInHost -LiteralPath $folder
    Assert-MfaStandInsInForce -Module $Module
    $label = (Split-Path -Path $folder -Leaf).Split('.')[0].ToUpperInvariant()
    # A NetBIOS name has 15 characters at most.
    $env:COMPUTERNAME = $label.Substring(0, [Math]::Min(15, $label.Length))
    $env:SystemRoot = [System.IO.Path]::Combine($folder, 'files', 'C', 'Windows')
    $env:ProgramData = [System.IO.Path]::Combine($folder, 'files', 'C', 'ProgramData')
    & $Module { param($roots) $script:MfaWriteRoots = $roots } @($Hosts, $RunFolder)
    Disable-MfaRehearsalAct -Hosts $Hosts -Module $Module
}
