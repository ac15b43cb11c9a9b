import ArgumentParser
import Configuring

/// What `work` answers. A configuration that is wrong is complained of line by line and ends the command with 78.
func configured<Answer>(_ work: () throws(ConfigurationError) -> Answer) throws -> Answer {
    do throws(ConfigurationError) {
        return try work()
    } catch {
        for line in error.description.split(separator: "\n") { complain(String(line)) }
        throw ExitCode.badConfiguration
    }
}
