# The register script that is run on this node: the one that was copied for the upgrade, else the one in the program folder of
# this node's own MFA Server.
function Get-MfaAdfsRegisterScript {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$UpgradeId)
    $name = (Get-MfaAdapterFileName).Register
    $copy = Join-Path -Path (Get-MfaInstallerFolder -UpgradeId $UpgradeId) -ChildPath $name
    if ((Test-Path -LiteralPath $copy -PathType Leaf) -or $null -eq (Get-MfaService -Name 'MultiFactorAuth')) { return Get-MfaAdapterFile -Which Register -UpgradeId $UpgradeId }
    Get-MfaComponentSource -Source (Get-MfaInstallPath) -Name $name -UpgradeId $UpgradeId
}

# The old register script, out of the first set of a saved program folder and laid beside nothing else; on a node without MFA
# Server it gets the path of the exported configuration. Gives where it lies.
function Copy-MfaAdfsOldScript {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$LiteralPath, [Parameter(Mandatory)] [string]$UpgradeId, [AllowNull()] [AllowEmptyString()] [string]$Configuration)
    $path = (Save-MfaInstaller -LiteralPath $LiteralPath -UpgradeId $UpgradeId -FreshFolder 'old-registration').Path
    if (-not $Configuration) { return $path }
    $script = Read-MfaScript -LiteralPath $path
    $edit = Edit-MfaRegisterCommand -Script $script -ConfigurationFilePath $Configuration
    if ($edit.Changed) { Update-MfaFile -LiteralPath $path -Byte $edit.Bytes -Sha256 (Get-MfaFileHash -LiteralPath $path).Sha256 }
    $path
}

# The exported configuration that the old adapter is registered with again. A node with MFA Server needs none (UPG-AZ).
function Get-MfaAdfsOldConfiguration {
    [CmdletBinding()]
    [OutputType([string])]
    param([string]$Destination, [Parameter(Mandatory)] [string]$UpgradeId)
    if ($null -ne (Get-MfaService -Name 'MultiFactorAuth')) { return '' }
    $folder = Get-MfaAdapterExportFolder -Destination $Destination -UpgradeId $UpgradeId -BackupName 'export-adapter-config'
    $newest = Get-MfaAdapterExport -LiteralPath $folder | Select-Object -First 1
    if ($null -ne $newest) { return $newest.Path }
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code AdapterExportMissing -Category InvalidArgument -Target $folder -Value $folder))
}

# Refuses a script that would register under another name, as far as the script itself tells it.
function Assert-MfaRegisterName {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$LiteralPath, [Parameter(Mandatory)] [string]$Provider)
    $elements = (Get-MfaRegisterCommand -Script (Read-MfaScript -LiteralPath $LiteralPath)).CommandElements
    $at = $elements | Where-Object -FilterScript { $_ -is [System.Management.Automation.Language.CommandParameterAst] -and 'Name'.StartsWith($_.ParameterName, [System.StringComparison]::OrdinalIgnoreCase) } | Select-Object -First 1
    if ($null -eq $at) { return }
    $value = $at.Argument
    $next = $elements.IndexOf($at) + 1
    if ($null -eq $value -and $next -lt $elements.Count) { $value = $elements[$next] }
    # A variable is known only when the script runs: what came of it is read afterwards.
    if ($value -isnot [System.Management.Automation.Language.StringConstantExpressionAst] -or $value.Value -eq $Provider) { return }
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code AdfsScriptOtherName -Category InvalidArgument -Target $LiteralPath -Value $LiteralPath, $value.Value, $Provider))
}
