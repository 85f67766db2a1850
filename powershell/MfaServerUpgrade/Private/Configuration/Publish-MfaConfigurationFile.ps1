# Swaps bytes into the place of a config file that still has the hash that is meant, after a backup of what goes. Run again
# when it is through, it changes nothing. Gives the evidence: paths and hashes, never what stands in the files.
function Publish-MfaConfigurationFile {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Place,
        # Folder of the sets that keep what is replaced.
        [Parameter(Mandatory)] [string]$Folder,
        [Parameter(Mandatory)] [byte[]]$Bytes,
        [Parameter(Mandatory)] [string]$Sha256,
        [Parameter(Mandatory)] [string]$ReplacedSha256,
        [Parameter(Mandatory)] [string]$ComputerName
    )
    $now = (Get-MfaFileHash -LiteralPath $Place.Path).Sha256
    $evidence = [pscustomobject]@{
        ComputerName = $ComputerName
        Changed      = $false
        Path         = $Place.Path
        Before       = [pscustomobject]@{ Sha256 = $now }
        After        = [pscustomobject]@{ Sha256 = $now }
        Kept         = $null
    }
    if ($now -eq $Sha256) {
        Write-Information -MessageData ('Nothing to do: {0} is the file that is meant.' -f $Place.Path)
        return $evidence
    }
    if ($now -ne $ReplacedSha256) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code ConfigurationChanged -Category InvalidArgument -Target $Place.Path -Value $Place.Path))
    }
    if (-not $PSCmdlet.ShouldProcess($Place.Path, 'Replace the config file')) { return $evidence }
    $kept = Save-MfaBackup -ComputerName $ComputerName -Source $Place.Source -LiteralPath $Folder -WhatIf:$false -Confirm:$false
    Write-Information -MessageData ('Publishing {0} bytes to {1}' -f $Bytes.Length, $Place.Path)
    Set-MfaFileContent -LiteralPath $Place.Path -Bytes $Bytes -Sha256 $Sha256 -ReplacedSha256 $ReplacedSha256
    $evidence.Changed = $true
    $evidence.After.Sha256 = (Get-MfaFileHash -LiteralPath $Place.Path).Sha256
    $evidence.Kept = $kept.After.NewestSet
    $evidence
}
