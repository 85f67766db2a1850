# What each code says: what is, then what to do. {0}, {1} are values that New-MfaErrorRecord is given.
@{
    RehearsalHostUnfit   = @{ Message = 'The host name {0} cannot be simulated.'; Remedy = 'Use a DNS name of letters, digits, - and _ in farm.json.' }
    RehearsalHostUnknown = @{ Message = 'The simulated farm has no host {0}.'; Remedy = 'Check the name in farm.json, or start the rehearsal anew.' }
    RehearsalNotInForce  = @{ Message = 'The simulated host does not answer for {0}. Nothing was changed.'; Remedy = 'Start the step again in a fresh terminal. Where it happens again, report it.' }
}
