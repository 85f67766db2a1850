BeforeDiscovery {
    $folder = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'powershell', 'MfaServerRehearsal', 'StandIns'))
    $standIns = @(Get-ChildItem -LiteralPath $folder -Directory | ForEach-Object -Process { $module = $_.Name; Get-ChildItem -LiteralPath $_.FullName -Filter '*.ps1' | ForEach-Object -Process { @{ Module = $module; Name = $_.BaseName } } })
    $denied = @('Restart-Computer', 'Restart-Service', 'Start-Service', 'Stop-Service', 'Set-Service', 'Set-ItemProperty', 'New-ItemProperty', 'Remove-ItemProperty' | ForEach-Object -Process { @{ Name = $_ } })
}

BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    $upgrade = New-TestUpgrade -Below $TestDrive
    Enter-TestHost -Upgrade $upgrade
    $documented = (ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText((Join-Path -Path $modules -ChildPath 'commands.json')))).commands

    # One line for each parameter and set: name, set, required, position, pipeline.
    function Get-DocumentedForm {
        param([object]$Parameters)
        foreach ($parameter in $Parameters.PSObject.Properties) {
            $uses = if ($parameter.Value.PSObject.Properties['uses']) { $parameter.Value.uses } else { @($parameter.Value) }
            foreach ($use in $uses) {
                $sets = if ($use.PSObject.Properties['sets']) { $use.sets } else { @('__AllParameterSets') }
                $position = if ($use.PSObject.Properties['position']) { $use.position } else { 'named' }
                $pipeline = if ($use.PSObject.Properties['pipeline']) { $use.pipeline } else { '' }
                foreach ($set in $sets) { '{0} {1} {2} {3} value={4} name={5}' -f $parameter.Name, $set, $use.required, $position, ($pipeline -match 'ByValue'), ($pipeline -match 'ByPropertyName') }
            }
        }
    }

    function Get-RealForm {
        param([System.Management.Automation.CommandInfo]$Command)
        $added = @([System.Management.Automation.PSCmdlet]::CommonParameters) + 'WhatIf', 'Confirm'
        foreach ($parameter in $Command.Parameters.Values | Where-Object -Property Name -NotIn -Value $added) {
            foreach ($set in $parameter.ParameterSets.Keys) {
                $use = $parameter.ParameterSets[$set]
                $position = if ($use.Position -ge 0) { $use.Position } else { 'named' }
                '{0} {1} {2} {3} value={4} name={5}' -f $parameter.Name, $set, $use.IsMandatory, $position, $use.ValueFromPipeline, $use.ValueFromPipelineByPropertyName
            }
        }
    }
}
AfterAll { Exit-TestHost }

Describe 'The stand-in <Name> of <Module>' -ForEach $standIns {
    BeforeAll { $command = Get-Command -Name $Name }

    It 'is in force, in the place of the cmdlet' {
        $command.ModuleName | Should -Be 'MfaStandIns'
        $documented.$Name.module | Should -Be $Module
        $command.CmdletBinding | Should -BeTrue
    }

    It 'has exactly the documented parameters, in their sets and places' {
        Get-RealForm -Command $command | Sort-Object | Should -Be @(Get-DocumentedForm -Parameters $documented.$Name.parameters | Sort-Object)
        $command.Parameters.ContainsKey('WhatIf') | Should -Be $documented.$Name.shouldProcess
    }

    It 'has the documented types and aliases' {
        foreach ($parameter in $documented.$Name.parameters.PSObject.Properties) {
            $real = $command.Parameters[$parameter.Name]
            $typeName = $parameter.Value.type -replace '^SwitchParameter$', 'System.Management.Automation.SwitchParameter'
            # A type that only Windows has is taken as any object.
            $type = if ($typeName -as [type]) { $typeName -as [type] } else { [object] }
            $real.ParameterType | Should -Be $type -Because $parameter.Name
            $aliases = if ($parameter.Value.PSObject.Properties['aliases']) { $parameter.Value.aliases | Sort-Object } else { @() }
            @($real.Aliases | Sort-Object) | Should -Be @($aliases) -Because $parameter.Name
        }
    }
}

Describe 'A stand-in for what changes a computer' {
    It 'refuses: <Name>' -ForEach $denied {
        $arguments = @{ Name = 'MultiFactorAuth' }
        if ($Name -eq 'Restart-Computer') { $arguments = @{ ComputerName = 'localhost' } }
        if ($Name -like '*-ItemProperty') { $arguments = @{ LiteralPath = 'HKLM:\SOFTWARE'; Name = 'a' } }
        if ($Name -eq 'Set-ItemProperty') { $arguments['Value'] = 1 }
        { & $Name @arguments } | Should -Throw -ErrorId 'RehearsalActDenied*'
    }
}

Describe 'Answers of a simulated host' {
    It 'gives the install path as a real folder with its separator at the end' {
        $path = (Get-ItemProperty -LiteralPath 'HKLM:\SOFTWARE\Wow6432Node\Positive Networks\PhoneFactor').InstallPath
        Test-Path -LiteralPath $path -PathType Container | Should -BeTrue
        $path[-1] | Should -Be ([System.IO.Path]::DirectorySeparatorChar)
    }

    It 'says of a key and a service that is not there what the real ones say' {
        { Get-ItemProperty -LiteralPath 'HKLM:\SOFTWARE\None' -ErrorAction Stop } | Should -Throw -ExceptionType ([System.Management.Automation.ItemNotFoundException])
        { Get-Service -Name 'None' -ErrorAction Stop } | Should -Throw -ErrorId 'NoServiceFoundForGivenName,*'
    }

    It 'leaves every other path to the real cmdlet' { (Get-ItemProperty -LiteralPath $modules -Name 'Name').Name | Should -Be 'powershell' }

    It 'gives the real drives, with the free space that the host names' {
        (Get-PSDrive -PSProvider 'FileSystem').Root | Should -Contain ([System.IO.Path]::GetPathRoot($modules))
        $path = [System.IO.Path]::Combine($upgrade.Hosts, $upgrade.Host, 'computer.json')
        $computer = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($path))
        $computer | Add-Member -NotePropertyName 'freeBytes' -NotePropertyValue 12345
        [System.IO.File]::WriteAllText($path, (ConvertTo-Json -InputObject $computer))
        (Get-PSDrive -PSProvider 'FileSystem').Free | Select-Object -Unique | Should -Be 12345
    }
}
