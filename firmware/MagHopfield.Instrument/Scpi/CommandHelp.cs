using System.Text;

namespace MagHopfield.Instrument.Scpi;

/// <summary>Syntax of commands as text, made from the table.</summary>
public static class CommandHelp
{
    /// <summary>Header as SYSTem:HELP:HEADers? lists it (SCPI 1999.0, volume 2, 21.9).</summary>
    /// <param name="command">Row of the table.</param>
    public static string Header(ScpiCommand command) =>
        command.Command == null ? command.Header + "?/qonly/" : command.Query == null ? command.Header + "/nquery/" : command.Header;

    /// <summary>Header with parameters, command and query apart.</summary>
    /// <param name="command">Row of the table.</param>
    public static string Syntax(ScpiCommand command)
    {
        string set = command.Header + Parameters(command.Parameters);
        string query = command.Header + "?" + Parameters(command.QueryParameters);
        return command.Command == null ? query : command.Query == null ? set : set + " | " + query;
    }

    /// <summary>Parameters in angle brackets, optional ones in brackets, words with bars between.</summary>
    /// <param name="parameters">Parameters of a command.</param>
    public static string Parameters(ScpiParameter[] parameters)
    {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parameters.Length; i++)
        {
            ScpiParameter parameter = parameters[i];
            text.Append(parameter.IsOptional ? i == 0 ? " [" : "[," : i == 0 ? " " : ",");
            text.Append(parameter.Type == ParameterType.Choice ? Words(parameter.Words)
                : parameter.Type == ParameterType.Boolean ? "ON|OFF" : "<" + parameter.Name + ">");
            text.Append(parameter.IsOptional ? "]" : "");
        }

        return text.ToString();
    }

    private static string Words(string[] words)
    {
        string text = words[0];
        for (int i = 1; i < words.Length; i++)
            text += "|" + words[i];

        return text;
    }
}
