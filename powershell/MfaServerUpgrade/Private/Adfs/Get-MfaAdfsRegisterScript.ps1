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

# The old register script, out of the first set of a saved program folder and laid beside nothing else: under the name that the
# farm had, which need not be the one that the script came with, and on a node without MFA Server with the path of the exported
# configuration. Gives where it lies.
function Copy-MfaAdfsOldScript {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$LiteralPath, [Parameter(Mandatory)] [string]$UpgradeId, [Parameter(Mandatory)] [string]$Provider, [AllowNull()] [AllowEmptyString()] [string]$Configuration)
    $path = (Save-MfaInstaller -LiteralPath $LiteralPath -UpgradeId $UpgradeId -FreshFolder 'old-registration').Path
    $script = Read-MfaScript -LiteralPath $path
    $value = Get-MfaRegisterName -Script $script
    if ($null -ne $value -and $value.Value -ne $Provider) {
        $at = $value.Extent
        $text = $script.Text.Remove($at.StartOffset, $at.EndOffset - $at.StartOffset).Insert($at.StartOffset, "`"$Provider`"")
        Update-MfaFile -LiteralPath $path -Byte ([byte[]](@($script.Mark) + $script.Encoding.GetBytes($text))) -Sha256 (Get-MfaFileHash -LiteralPath $path).Sha256
        $script = Read-MfaScript -LiteralPath $path
    }
    if (-not $Configuration) { return $path }
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

# The name under which a script registers, as it stands there; nothing where a variable holds it, which is known only when the
# script runs: what came of it is read afterwards.
function Get-MfaRegisterName {
    [CmdletBinding()]
    [OutputType([System.Management.Automation.Language.StringConstantExpressionAst])]
    param([Parameter(Mandatory)] [pscustomobject]$Script)
    $elements = (Get-MfaRegisterCommand -Script $Script).CommandElements
    $at = $elements | Where-Object -FilterScript { $_ -is [System.Management.Automation.Language.CommandParameterAst] -and 'Name'.StartsWith($_.ParameterName, [System.StringComparison]::OrdinalIgnoreCase) } | Select-Object -First 1
    if ($null -eq $at) { return }
    $value = $at.Argument
    $next = $elements.IndexOf($at) + 1
    if ($null -eq $value -and $next -lt $elements.Count) { $value = $elements[$next] }
    if ($value -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $value }
}

# Refuses a script that would register under another name, as far as the script itself tells it.
function Assert-MfaRegisterName {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$LiteralPath, [Parameter(Mandatory)] [string]$Provider)
    $value = Get-MfaRegisterName -Script (Read-MfaScript -LiteralPath $LiteralPath)
    if ($null -eq $value -or $value.Value -eq $Provider) { return }
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code AdfsScriptOtherName -Category InvalidArgument -Target $LiteralPath -Value $LiteralPath, $value.Value, $Provider))
}
