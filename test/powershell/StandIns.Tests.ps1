BeforeDiscovery {
    $folder = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'powershell', 'MfaServerRehearsal', 'StandIns'))
    $standIns = @(Get-ChildItem -LiteralPath $folder -Directory | ForEach-Object -Process { $module = $_.Name; Get-ChildItem -LiteralPath $_.FullName -Filter '*.ps1' | ForEach-Object -Process { @{ Module = $module; Name = $_.BaseName } } })
}

BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    $upgrade = New-TestUpgrade -Below $TestDrive
    Enter-TestHost -Upgrade $upgrade
    $documented = (ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText((Join-Path -Path $sources -ChildPath 'commands.json')))).commands

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
    It 'refuses: <text>' -ForEach @(
        @{ text = 'another computer'; act = { Restart-Computer -ComputerName 'other' } }
        @{ text = 'a path that is no key'; act = { Set-ItemProperty -LiteralPath $modules -Name 'a' -Value 1 } }
        @{ text = 'a new value of a path'; act = { New-ItemProperty -LiteralPath $modules -Name 'a' -Value 1 } }
        @{ text = 'a value of a path to remove'; act = { Remove-ItemProperty -LiteralPath $modules -Name 'a' } }
        @{ text = 'a program without a simulation'; act = { Start-Process -FilePath 'cmd.exe' } }
        @{ text = 'a class that it does not know'; act = { Get-CimInstance -ClassName 'Win32_Product' } }
    ) { $act | Should -Throw -ErrorId 'RehearsalActDenied*' }

    It 'gives services another status and start type, and nothing with -WhatIf' {
        Stop-Service -Name 'MultiFactorAuth' -WhatIf 6>$null
        (Get-Service -Name 'MultiFactorAuth').Status | Should -Be 'Running'
        Stop-Service -Name 'MultiFactorAuth'
        Set-Service -Name 'MultiFactorAuth' -StartupType Disabled
        (Get-CimInstance -ClassName 'Win32_Service' -Filter "Name='MultiFactorAuth'").StartMode | Should -Be 'Disabled'
        { Start-Service -Name 'MultiFactorAuth' } | Should -Throw '*disabled*'
        Set-Service -Name 'MultiFactorAuth' -StartupType Automatic
        Start-Service -Name 'MultiFactorAuth'
        Restart-Service -Name 'MultiFactorAuth'
        (Get-Service -Name 'MultiFactorAuth').Status | Should -Be 'Running'
        { Start-Service -Name 'None' -ErrorAction Stop } | Should -Throw -ErrorId 'NoServiceFoundForGivenName,*'
    }

    It 'writes and removes a value of a key that is there' {
        $key = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'
        New-ItemProperty -LiteralPath $key -Name 'a' -Value 1
        Set-ItemProperty -LiteralPath $key -Name 'a' -Value 2
        (Get-ItemProperty -LiteralPath $key).a | Should -Be 2
        Remove-ItemProperty -LiteralPath $key -Name 'a'
        (Get-ItemProperty -LiteralPath $key).PSObject.Properties['a'] | Should -BeNullOrEmpty
        { Set-ItemProperty -LiteralPath 'HKLM:\SOFTWARE\None' -Name 'a' -Value 1 -ErrorAction Stop } | Should -Throw -ErrorId 'PathNotFound,*'
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
