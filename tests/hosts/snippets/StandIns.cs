// Stand-ins for the vendors' assemblies, which are not on the public feed: the names and members that the snippets use, after the vendors'
// documentation. They let the compiler check everything but the vendor's side.
using System;
using System.Collections.Generic;

namespace Microsoft.Xrm.Sdk
{
    public interface IPlugin
    {
        void Execute(IServiceProvider serviceProvider);
    }

    public interface IPluginExecutionContext
    {
        IDictionary<string, object> InputParameters { get; }

        IDictionary<string, object> OutputParameters { get; }
    }

    public sealed class InvalidPluginExecutionException : Exception
    {
        public InvalidPluginExecutionException(string message)
            : base(message)
        {
        }
    }
}

namespace Kingdee.BOS.Core.DynamicForm.PlugIn
{
    public abstract class AbstractOperationServicePlugIn
    {
        public virtual void AfterExecuteOperationTransaction(Args.AfterExecuteOperationTransaction e)
        {
        }
    }
}

namespace Kingdee.BOS.Core.DynamicForm.PlugIn.Args
{
    public sealed class AfterExecuteOperationTransaction
    {
        public IReadOnlyList<IDictionary<string, object>> DataEntitys { get; } = new List<IDictionary<string, object>>();
    }
}

namespace UFSoft.UBF.Eventing
{
    public interface IEventSubscriber
    {
        void Notify(params object[] args);
    }
}

namespace SAPbobsCOM
{
    public interface Field
    {
        object Value { get; }
    }

    public interface Fields
    {
        Field Item(object index);
    }

    public interface Recordset
    {
        bool EoF { get; }

        Fields Fields { get; }

        void DoQuery(string query);

        void MoveNext();
    }
}
