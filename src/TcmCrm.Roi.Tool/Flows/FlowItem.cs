namespace TcmCrm.Roi.Tool.Flows;

/// <summary>A series, or what is wrong with it.</summary>
/// <param name="Line">The line where it starts, or where it is wrong; from 1.</param>
/// <param name="Series">The series; null when it is wrong.</param>
/// <param name="Where">JSON path or CSV column of what is wrong.</param>
/// <param name="Error">What is wrong; null when nothing is.</param>
/// <param name="Id">The identifier as JSON text where it could be read.</param>
internal sealed record FlowItem(long Line, FlowLine? Series, string Where = "", Message? Error = null, string? Id = null);
