# The Data folder of this host and its data file (SEED-A). The file's name differs in case between products.
function Get-MfaDataFolder {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([string]$InstallPath)
    $program = Get-MfaInstallPath -InstallPath $InstallPath
    if (-not (Test-MfaLocalPath -LiteralPath $program)) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code InstallPathNotLocal -Category InvalidArgument -Target $program -Value $program))
    }
    $path = Join-Path -Path $program -ChildPath 'Data'
    if (-not (Test-Path -LiteralPath $path -PathType Container)) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code DataFolderNotFound -Category ObjectNotFound -Target $path -Value $path))
    }
    $file = Get-ChildItem -LiteralPath $path -File -Force | Where-Object -Property Name -EQ -Value 'PhoneFactor.pfdata' | Select-Object -First 1
    if ($null -eq $file) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code DataFileNotFound -Category ObjectNotFound -Target $path -Value $path))
    }
    if ($file.Length -eq 0) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code DataFileEmpty -Category InvalidData -Target $file.FullName -Value $file.FullName))
    }
    [pscustomobject]@{ InstallPath = $program; Path = $path; DataFile = $file.Name }
}
