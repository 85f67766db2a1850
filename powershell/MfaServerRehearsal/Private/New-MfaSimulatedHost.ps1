# Lays one host below a temporary name and gives it its own when it is whole: a killed start leaves no half host.
function New-MfaSimulatedHost {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Planned,
        [Parameter(Mandatory)] [string]$Destination
    )
    $final = Join-Path -Path $Destination -ChildPath $Planned.Name
    if (Test-Path -LiteralPath $final -PathType Container) { return }
    $making = Join-Path -Path $Destination -ChildPath ('.making-{0}-{1}' -f $Planned.Name, [guid]::NewGuid().ToString('N'))
    try {
        [void][System.IO.Directory]::CreateDirectory([System.IO.Path]::Combine($making, 'files', 'C', 'ProgramData'))
        Write-MfaSimulatedJson -LiteralPath (Join-Path -Path $making -ChildPath 'computer.json') -Value (Get-MfaSimulatedComputer -Name $Planned.Name -Bitness (Get-MfaPlannedBitness -Planned $Planned))
        Write-MfaSimulatedJson -LiteralPath (Join-Path -Path $making -ChildPath 'registry.json') -Value (Get-MfaSimulatedRegistry -Planned $Planned)
        Write-MfaSimulatedJson -LiteralPath (Join-Path -Path $making -ChildPath 'services.json') -Value @(Get-MfaSimulatedService -Planned $Planned)
        $server = Get-MfaSimulatedServer -Planned $Planned
        if ($null -ne $server) { New-MfaSimulatedServer -Planned $Planned -Server $server -LiteralPath (Join-Path -Path $making -ChildPath 'files') }
        New-MfaSimulatedWeb -Planned $Planned -LiteralPath $making
        if ($Planned.Adapter) { Write-MfaSimulatedAdapter -LiteralPath (Join-Path -Path $making -ChildPath 'files') -Version $Planned.Adapter }
        if ($null -eq $server) { New-MfaSimulatedRuntimePackage -LiteralPath ([System.IO.Path]::Combine($making, 'files', 'C', 'Installers', 'VisualCpp')) }
        [System.IO.Directory]::Move($making, $final)
    }
    catch [System.IO.IOException] {
        # Another start made the same host meanwhile: its folder is as good.
        if (-not (Test-Path -LiteralPath $final -PathType Container)) { throw }
    }
    finally {
        if (Test-Path -LiteralPath $making) { [System.IO.Directory]::Delete($making, $true) }
    }
}

function Write-MfaSimulatedJson {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object]$Value
    )
    $encoding = New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false
    [System.IO.File]::WriteAllText($LiteralPath, (ConvertTo-Json -InputObject $Value -Depth 8) + "`n", $encoding)
}

# The data file's format is unknown, so it is random bytes; names of the other files are made up and say so.
function New-MfaSimulatedData {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [string]$DataFile
    )
    [void][System.IO.Directory]::CreateDirectory((Join-Path -Path $LiteralPath -ChildPath 'FIXTURE_folder'))
    $random = [System.Security.Cryptography.RandomNumberGenerator]::Create()
    try {
        foreach ($file in @($DataFile, 65536), @('FIXTURE_activation.bin', 2048), @('FIXTURE_folder/FIXTURE_settings.bin', 512)) {
            $bytes = New-Object -TypeName 'byte[]' -ArgumentList $file[1]
            $random.GetBytes($bytes)
            [System.IO.File]::WriteAllBytes((Join-Path -Path $LiteralPath -ChildPath $file[0]), $bytes)
        }
    }
    finally {
        $random.Dispose()
    }
}
