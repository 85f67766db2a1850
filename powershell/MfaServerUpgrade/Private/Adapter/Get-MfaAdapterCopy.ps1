# How each of the four files lies on this host beside its source: missing, same, edited (the register script with our path),
# kept (a configuration file, into which values are carried), differs. Refused where the source lacks one.
function Get-MfaAdapterCopy {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$UpgradeId,
        [Parameter(Mandatory)] [string]$Source
    )
    $folder = Get-MfaInstallerFolder -UpgradeId $UpgradeId
    foreach ($name in (Get-MfaAdapterFileName).PSObject.Properties.Value) {
        $from = Get-MfaComponentSource -Source $Source -Name $name -UpgradeId $UpgradeId
        $path = Join-Path -Path $folder -ChildPath $name
        $sourceHash = (Get-MfaFileHash -LiteralPath $from).Sha256
        $copyHash = if (Test-Path -LiteralPath $path -PathType Leaf) { (Get-MfaFileHash -LiteralPath $path).Sha256 }
        [pscustomobject]@{
            Name         = $name
            Source       = $from
            Path         = $path
            SourceSha256 = $sourceHash
            CopySha256   = $copyHash
            State        = if (-not $copyHash) { 'missing' } elseif ($copyHash -eq $sourceHash) { 'same' } else { Get-MfaAdapterDifference -Name $name -Source $from -Path $path }
        }
    }
}

# What a copy is that differs from its source.
function Get-MfaAdapterDifference {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$Name, [Parameter(Mandatory)] [string]$Source, [Parameter(Mandatory)] [string]$Path)
    $names = Get-MfaAdapterFileName
    if ($Name -eq $names.Config) { return 'kept' }
    if ($Name -ne $names.Register) { return 'differs' }
    $config = Join-Path -Path ([System.IO.Path]::GetDirectoryName($Path)) -ChildPath $names.Config
    try { $edit = Edit-MfaRegisterCommand -Script (Read-MfaScript -LiteralPath $Source) -ConfigurationFilePath $config }
    catch {
        # A source that we would not edit has no edited copy.
        if ($null -eq $_.ErrorDetails) { throw }
        return 'differs'
    }
    if ([System.BitConverter]::ToString($edit.Bytes) -ceq [System.BitConverter]::ToString([System.IO.File]::ReadAllBytes($Path))) { 'edited' } else { 'differs' }
}
