# What the register script lacks. What stands in the way of reading its command is the finding itself, not a failure to look.
function Get-MfaRegisterScriptFinding {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$UpgradeId,
        [Parameter(Mandatory)] [string]$ComputerName
    )
    $names = Get-MfaAdapterFileName
    $folder = Get-MfaInstallerFolder -UpgradeId $UpgradeId
    $given = @{ Severity = 'error'; ComputerName = $ComputerName }
    $missing = $names.Register, $names.Config | ForEach-Object -Process { Join-Path -Path $folder -ChildPath $_ } | Where-Object -FilterScript { -not (Test-Path -LiteralPath $_ -PathType Leaf) }
    if ($missing) { return $missing | ForEach-Object -Process { New-MfaFinding -Code AdapterFileMissing -Value $_ @given } }
    $path = Join-Path -Path $folder -ChildPath $names.Register
    try { $edit = Edit-MfaRegisterCommand -Script (Read-MfaScript -LiteralPath $path) -ConfigurationFilePath (Join-Path -Path $folder -ChildPath $names.Config) }
    catch {
        if ($_.CategoryInfo.Category -ne 'InvalidArgument' -or $null -eq $_.ErrorDetails) { throw }
        return [pscustomobject]@{ Code = $_.FullyQualifiedErrorId.Split(',')[0]; Severity = 'error'; Message = $_.ErrorDetails.Message; Remedy = $_.ErrorDetails.RecommendedAction; Host = $ComputerName }
    }
    if ($edit.Changed) { New-MfaFinding -Code RegisterScriptWithoutPath -Value $path, $edit.Line @given }
    elseif ($edit.HasSignature) { New-MfaFinding -Code RegisterScriptSigned -Value $path -Severity warning -ComputerName $ComputerName }
}
