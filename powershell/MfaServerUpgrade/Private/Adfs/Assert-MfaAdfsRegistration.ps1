# Refuses to unregister what is still used: in the policy (HAM), or in a rule, which would then ask for what nobody has.
function Assert-MfaAdfsProviderUnused {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$Provider)
    if (@(Get-MfaAdfsProviderList) -contains $Provider) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code AdfsProviderInPolicy -Category InvalidArgument -Target $Provider -Value $Provider))
    }
    $rules = @(Get-MfaAdfsRule -Provider $Provider)
    if ($rules.Count -eq 0) { return }
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code AdfsProviderInRule -Category InvalidArgument -Target $Provider -Value $Provider, ($rules -join ', ')))
}

# Refuses to register where the adapter of that version does not lie on this node.
function Stop-MfaAdapterNotHere {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$TargetVersion, [Parameter(Mandatory)] [string]$ComputerName)
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code AdfsAdapterNotHere -Category InvalidArgument -Target $ComputerName -Value $TargetVersion, $ComputerName))
}

# Whether a way back has put the old adapter on this node: its package lies ready here since.
function Test-MfaAdapterTakenBack {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [string]$UpgradeId)
    Test-Path -LiteralPath (Join-Path -Path (Get-MfaInstallerFolder -UpgradeId $UpgradeId) -ChildPath 'old-adapter') -PathType Container
}

# Installs the adapter whose package lies beside a script.
function Install-MfaAdapterBeside {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [string]$LiteralPath, [Parameter(Mandatory)] [string]$UpgradeId)
    $package = Join-Path -Path ([System.IO.Path]::GetDirectoryName($LiteralPath)) -ChildPath (Get-MfaAdapterFileName).Package
    Invoke-MfaMsi -Act '/i' -Package $package -Log (New-MfaLogPath -UpgradeId $UpgradeId -Program $package)
}

# Compares the registered names with those that should be there; their order is that of AD FS.
function Assert-MfaAdfsRegistration {
    [CmdletBinding()]
    param([AllowEmptyCollection()] [string[]]$After = @(), [AllowEmptyCollection()] [string[]]$Wanted = @())
    $is = ConvertTo-MfaListText -List @($After | Sort-Object)
    $should = ConvertTo-MfaListText -List @($Wanted | Sort-Object)
    if ($is -eq $should) { return }
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code AdfsRegistrationDiffers -Category InvalidResult -Target $is -Value $is, $should))
}
