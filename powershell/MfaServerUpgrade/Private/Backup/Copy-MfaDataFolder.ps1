# Copies every file of the Data folder below a folder, and looks at the end whether files came or went meanwhile.
function Copy-MfaDataFolder {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Source,
        [Parameter(Mandatory)] [string]$Destination
    )
    $files = @(Get-MfaSourceFile -Source $Source)
    foreach ($file in $files) {
        Write-Information -MessageData ('  {0}, {1:N0} bytes' -f (ConvertTo-MfaVisibleText -Text $file.RelativePath), $file.Length)
        Copy-MfaStableFile -File $file -Destination (Join-Path -Path $Destination -ChildPath $file.RelativePath)
    }
    $now = @(Get-MfaSourceFile -Source $Source)
    if (($files.RelativePath -join '|') -ne ($now.RelativePath -join '|')) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code DataFileChanging -Category ResourceBusy -Target $Source.Path -Value $Source.Path))
    }
}
